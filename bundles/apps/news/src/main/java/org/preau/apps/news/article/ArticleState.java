package org.preau.apps.news.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an article stands. */
public enum ArticleState {
    /** Not published yet, seen by its author only. */
    DRAFT,
    /** Appears later. */
    SCHEDULED,
    /** To be read. */
    PUBLISHED,
    /** Its time is over. */
    EXPIRED;

    static ArticleState of(@Nullable Instant publishAt, @Nullable Instant expiresAt, Instant now) {
        if (publishAt == null) {
            return DRAFT;
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            return EXPIRED;
        }
        return publishAt.isAfter(now) ? SCHEDULED : PUBLISHED;
    }
}
