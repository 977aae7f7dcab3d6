package org.preau.api.base;

/**
 * Which part of a list is wanted: no list of the portal is unbounded.
 *
 * @param offset how many items to skip, 0 or more
 * @param limit how many to give, 1 to {@value #MAX}
 * @since 1.0
 */
public record PageRequest(int offset, int limit) {
    /** The most items a page can hold. */
    public static final int MAX = 500;

    /** Checks the bounds. */
    public PageRequest {
        if (offset < 0 || limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit + ": want 0.., 1.." + MAX);
        }
    }

    /** The first so many items. */
    public static PageRequest first(int limit) {
        return new PageRequest(0, limit);
    }
}
