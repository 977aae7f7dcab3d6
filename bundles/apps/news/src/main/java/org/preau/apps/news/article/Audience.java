package org.preau.apps.news.article;

import java.util.Map;
import java.util.UUID;

/**
 * The scopes whose news a user reads, with what to call them.
 *
 * @param labels names by scope id
 */
public record Audience(Map<UUID, String> labels) {
    /** Keeps its own copy. */
    public Audience {
        labels = Map.copyOf(labels);
    }

    /** The name of a scope of this audience; empty for another. */
    public String label(UUID scopeId) {
        return labels.getOrDefault(scopeId, "");
    }

    /** Whether news for this scope are for this audience. */
    public boolean includes(UUID scopeId) {
        return labels.containsKey(scopeId);
    }

    UUID[] ids() {
        return labels.keySet().toArray(UUID[]::new);
    }
}
