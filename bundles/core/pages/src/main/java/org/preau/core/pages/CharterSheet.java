package org.preau.core.pages;

/** The academy's colours as a style sheet: from one accent, the tones that stay readable in the light and in the dark scheme. */
final class CharterSheet {
    private static final Colour LIGHT = Colour.of("#ffffff");
    private static final Colour DARK = Colour.of("#1b2027");
    private static final double READABLE = 7;
    private static final double LARGE = 4.5;

    private CharterSheet() {}

    /** The sheet for an accent. */
    static String of(Colour accent) {
        Colour ink = Colour.WHITE.contrast(accent) >= LARGE ? Colour.WHITE : Colour.BLACK;
        return ":root{--preau-accent-base:" + accent + ";--preau-on-accent:" + ink + ";--preau-accent-text:"
                + accent.readableOn(LIGHT, Colour.BLACK, READABLE) + ";--preau-accent-ground:"
                + accent.mixed(LIGHT, 0.9) + "}\n"
                + "@media (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){--preau-accent-text:"
                + accent.readableOn(DARK, Colour.WHITE, READABLE) + ";--preau-accent-ground:"
                + accent.mixed(DARK, 0.8) + "}}\n";
    }
}
