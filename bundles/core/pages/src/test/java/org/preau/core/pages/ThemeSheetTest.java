package org.preau.core.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.pages.Theme;

class ThemeSheetTest {
    private record Given(Map<String, String> light, Map<String, String> dark, String logoUrl) implements Theme {
        @Override
        public String id() {
            return "given";
        }

        @Override
        public LocalizedText name() {
            return new LocalizedText("Donné", "Given");
        }
    }

    private static Theme light(String property, String colour) {
        return new Given(Map.of(property, colour), Map.of(), "");
    }

    @Test
    void thePortalsOwnColoursAndTheShippedThemePass() {
        assertThat(ThemeSheet.problems(new Given(Map.of(), Map.of(), ""))).isEmpty();
        assertThat(ThemeSheet.problems(new ForestTheme())).isEmpty();
    }

    @Test
    void refusesTextThatCannotBeReadAndSaysWhere() {
        assertThat(ThemeSheet.problems(light("--preau-ink", "#999999")))
                .anyMatch(problem ->
                        problem.startsWith("light scheme: --preau-ink on --preau-surface has a contrast of 2.8"));
        assertThat(ThemeSheet.problems(new Given(Map.of(), Map.of("--preau-surface", "#ffffff"), "")))
                .anyMatch(problem -> problem.startsWith("dark scheme: --preau-ink on --preau-surface"));
    }

    @Test
    void looksAtTheAccentInBothSchemes() {
        assertThat(ThemeSheet.problems(light("--preau-accent-base", "#ffee00")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("--preau-on-accent on --preau-accent-base"));
    }

    @Test
    void refusesWhatIsNoColourOfThePortal() {
        assertThat(ThemeSheet.problems(light("--preau-focus-width", "#000000"))).hasSize(1);
        assertThat(ThemeSheet.problems(light("--preau-ink", "red}body{display:none")))
                .hasSize(1);
        assertThat(ThemeSheet.problems(new Given(Map.of(), Map.of(), "https://elsewhere.example/logo.png")))
                .hasSize(1);
    }

    @Test
    void aThemeThatFailsIsRefusedAndTheOthersServe() {
        Themes themes = new Themes();
        themes.add(light("--preau-ink", "#999999"));
        themes.add(new ForestTheme());
        assertThat(themes.chosen("given")).isEmpty();
        assertThat(themes.chosen("forest")).isPresent();
        assertThat(themes.all()).extracting(each -> each.problems().isEmpty()).containsExactly(true, false);
    }
}
