package org.example.walnut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Its own colours are legible on each other; the portal checks all that it mixes with when the theme comes. */
class WalnutThemeTest {
    private static final double LEGIBLE = 4.5;

    private final WalnutTheme theme = new WalnutTheme();

    @Test
    void textIsLegibleOnItsGround() {
        for (Map<String, String> scheme : java.util.List.of(theme.light(), theme.dark())) {
            String text = scheme.get("--preau-accent-text");
            Stream.of("--preau-ground", "--preau-accent-ground")
                    .forEach(ground -> assertThat(contrast(text, scheme.get(ground)))
                            .as(text + " on " + ground)
                            .isGreaterThan(LEGIBLE));
        }
        assertThat(contrast(theme.light().get("--preau-on-accent"), theme.light().get("--preau-accent-base")))
                .isGreaterThan(LEGIBLE);
    }

    /** WCAG 2.1, 1.4.3. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
