package org.preau.apps.news.article;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.Scope;

/**
 * An article as a whole.
 *
 * @param body sanitised HTML
 * @param scope for whom
 * @param authorAccount who wrote it; null once his data were erased
 * @param authorName as it was when he wrote
 * @param publishAt when it appears; null for a draft
 * @param expiresAt when it disappears; null for never
 */
public record Article(
        UUID id,
        String title,
        String body,
        Scope scope,
        @Nullable UUID authorAccount,
        String authorName,
        boolean pinned,
        boolean urgent,
        @Nullable Instant publishAt,
        @Nullable Instant expiresAt) {
    /** Where it stands at that time. */
    public ArticleState state(Instant now) {
        return ArticleState.of(publishAt, expiresAt, now);
    }
}
