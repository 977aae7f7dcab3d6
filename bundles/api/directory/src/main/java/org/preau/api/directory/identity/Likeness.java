package org.preau.api.directory.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two people who look like one.
 *
 * @param a one of them
 * @param b the other
 * @param score how much they do; proposed from {@value #PROPOSED_FROM} on
 * @param reasons why, strongest first
 * @param state what was decided
 * @param foundAt when they were found
 * @param decidedBy account of who decided, null if nobody did or the portal
 * @param decidedAt when, null if not yet
 * @since 1.0
 */
public record Likeness(
        LikePerson a,
        LikePerson b,
        int score,
        List<LikenessReason> reasons,
        LikenessState state,
        Instant foundAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) {
    /** The score from which two people are proposed. */
    public static final int PROPOSED_FROM = 60;
}
