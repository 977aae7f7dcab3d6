package org.preau.api.communication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was set for a structure itself.
 *
 * @param structureId the structure
 * @param setting what was set; nothing after a reset: what is above decides
 * @param fromAbove whether it was set by somebody who decides over what lies above too: then it holds even where it is wider than the rule above
 * @param accountId who set it, null for the portal itself
 * @param at when
 * @since 1.0
 */
public record Setting(
        UUID structureId, Optional<NewSetting> setting, boolean fromAbove, @Nullable UUID accountId, Instant at) {}
