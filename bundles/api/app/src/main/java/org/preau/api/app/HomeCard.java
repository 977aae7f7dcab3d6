package org.preau.api.app;

import java.util.List;

/**
 * A card on the home page.
 *
 * @param title its title
 * @param lines at most five lines, each a link into the application
 * @since 1.0
 */
public record HomeCard(String title, List<Line> lines) {
    /** Keeps its own copy of the lines. */
    public HomeCard {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param text its text
     * @param detail smaller text beside it: a date, a class; may be empty
     * @param path path below {@code /app/<id>}
     */
    public record Line(String text, String detail, String path) {}
}
