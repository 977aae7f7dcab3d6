package org.preau.api.app;

/**
 * Something for today.
 *
 * @param kind what it asks
 * @param text one short sentence
 * @param path path below {@code /app/<id>} where it is done
 * @since 1.0
 */
public record TodayItem(Kind kind, String text, String path) {
    /** What an item asks of the user; in the order of the guardian's face. */
    public enum Kind {
        /** To be signed. */
        TO_SIGN,
        /** To be done. */
        TO_DO,
        /** To be read. */
        TO_READ,
        /** Happens today: a birthday, an outing. */
        EVENT
    }
}
