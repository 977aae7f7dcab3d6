package org.preau.core.pages;

import java.util.Locale;

/**
 * A colour in sRGB, with the contrast of WCAG 2.2.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Colour(int red, int green, int blue) {
    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    /**
     * Reads {@code #rrggbb}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Colour of(String written) {
        if (!written.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("a colour is written #rrggbb: " + written);
        }
        int bits = Integer.parseInt(written.substring(1), 16);
        return new Colour(bits >> 16, (bits >> 8) & 0xff, bits & 0xff);
    }

    /** Contrast with another colour, 1 to 21. */
    double contrast(Colour other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** This colour with so much, 0 to 1, of another in it. */
    Colour mixed(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    /** The nearest colour on the way to {@code goal} that has that contrast with the ground. */
    Colour readableOn(Colour ground, Colour goal, double contrast) {
        for (int step = 0; step < 50; step++) {
            Colour candidate = mixed(goal, step / 50.0);
            if (candidate.contrast(ground) >= contrast) {
                return candidate;
            }
        }
        return goal;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
