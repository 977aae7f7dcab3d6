package org.preau.apps.news.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.Scope;

/**
 * What an author hands in.
 *
 * @param body HTML as the browser sent it, not sanitised
 * @param scope for whom
 * @param urgent appears outside the publication hours too
 * @param wanted when it should appear; null for now
 * @param expires when it should disappear; null for never
 */
public record Manuscript(
        String title,
        String body,
        Scope scope,
        boolean pinned,
        boolean urgent,
        @Nullable Instant wanted,
        @Nullable Instant expires) {}
