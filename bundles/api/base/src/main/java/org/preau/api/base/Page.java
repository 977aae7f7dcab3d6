package org.preau.api.base;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param items the items of this page, in order
 * @param total how many there are in all
 * @param <T> what the list holds
 * @since 1.0
 */
public record Page<T>(List<T> items, long total) {
    /** Keeps its own copy of the items. */
    public Page {
        items = List.copyOf(items);
    }
}
