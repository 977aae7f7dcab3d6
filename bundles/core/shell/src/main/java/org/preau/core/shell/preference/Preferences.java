package org.preau.core.shell.preference;

import java.util.List;
import java.util.Map;

/**
 * How a user wants pages to look.
 *
 * @param font {@code plain}, or {@code dyslexic} for the helping font
 * @param size size of text in percent: 100, 125, 150 or 200
 * @param contrast {@code plain} or {@code more}
 */
public record Preferences(String font, int size, String contrast) {
    /** The sizes to choose from, in percent. */
    public static final List<Integer> SIZES = List.of(100, 125, 150, 200);

    /** As everybody has it at first. */
    public static final Preferences DEFAULT = new Preferences("plain", 100, "plain");

    /** Anything unknown becomes the default. */
    public Preferences {
        font = font.equals("dyslexic") ? font : "plain";
        size = SIZES.contains(size) ? size : 100;
        contrast = contrast.equals("more") ? contrast : "plain";
    }

    /** The attributes of {@code html} that the style sheets look at. */
    public Map<String, String> attributes() {
        return Map.of(
                "data-preau-font", font, "data-preau-size", String.valueOf(size), "data-preau-contrast", contrast);
    }

    /** With another font. */
    public Preferences withFont(String other) {
        return new Preferences(other, size, contrast);
    }

    /** With another size. */
    public Preferences withSize(int other) {
        return new Preferences(font, other, contrast);
    }

    /** With another contrast. */
    public Preferences withContrast(String other) {
        return new Preferences(font, size, other);
    }
}
