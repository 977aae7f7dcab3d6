package org.preau.apps.news.article;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account has read.
 *
 * @param since everything that appeared before counts as seen
 * @param read articles opened since
 */
public record ReadState(Instant since, Set<UUID> read) {
    /** Keeps its own copy. */
    public ReadState {
        read = Set.copyOf(read);
    }

    /** Whether the article is new for this account. */
    public boolean unread(UUID articleId, @Nullable Instant publishedAt) {
        return publishedAt != null && publishedAt.isAfter(since) && !read.contains(articleId);
    }
}
