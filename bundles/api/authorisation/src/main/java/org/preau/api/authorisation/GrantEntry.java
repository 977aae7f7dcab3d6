package org.preau.api.authorisation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant with its story, kept after its end.
 *
 * @param grant the grant
 * @param state whether it holds today
 * @param reason why it was given; may be empty
 * @param givenBy account that gave it, null for the portal itself
 * @param givenAt when
 * @param endedBy account that ended it, null for the portal itself and for one that ran out
 * @param endedAt when it was ended, null for one that runs or ran out
 * @since 1.0
 */
public record GrantEntry(
        Grant grant,
        GrantState state,
        String reason,
        @Nullable UUID givenBy,
        Instant givenAt,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt) {}
