package org.preau.api.communication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exception that somebody made.
 *
 * @param id identifier
 * @param structureId the structure that its first scope lies in
 * @param what what it says
 * @param accountId who made it, null for the portal itself
 * @param at when
 * @param endedAt when it was ended by hand, null if it was not
 * @since 1.0
 */
public record RuleException(
        UUID id,
        UUID structureId,
        NewException what,
        @Nullable UUID accountId,
        Instant at,
        @Nullable Instant endedAt) {}
