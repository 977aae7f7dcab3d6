package org.preau.api.search;

/**
 * One thing that was found.
 *
 * @param title what it is called
 * @param detail smaller words that tell it from others: a class, a date; may be empty
 * @param path where it is: a path of the portal
 * @since 1.0
 */
public record SearchHit(String title, String detail, String path) {
    /** Checks the path. */
    public SearchHit {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("want a path of the portal: " + path);
        }
    }
}
