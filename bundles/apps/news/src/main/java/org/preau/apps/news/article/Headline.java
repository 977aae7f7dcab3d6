package org.preau.apps.news.article;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param excerpt its first words, plain text
 * @param scopeId for whom
 * @param publishAt when it appears; null for a draft
 * @param expiresAt when it disappears; null for never
 */
public record Headline(
        UUID id,
        String title,
        String excerpt,
        UUID scopeId,
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
