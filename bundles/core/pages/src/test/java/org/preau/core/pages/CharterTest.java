package org.preau.core.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.PortalException;
import org.preau.testkit.Exchange;

class CharterTest {
    @TempDir
    Path etc;

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#ffffff", "#ffcc00", "#1d4f91", "#e2001a", "#00a0e3", "#808080"})
    void keepsTextReadableWhateverTheAccent(String accent) {
        String sheet = CharterSheet.of(Colour.of(accent));
        List<String> colours = List.of(sheet.split("[:;}]")).stream()
                .filter(part -> part.matches("#[0-9a-f]{6}"))
                .toList();
        Colour onAccent = Colour.of(colours.get(1));
        Colour text = Colour.of(colours.get(2));
        Colour dark = Colour.of(colours.get(4));

        assertThat(Colour.of(accent).contrast(onAccent)).isGreaterThanOrEqualTo(4.5);
        assertThat(text.contrast(Colour.WHITE)).isGreaterThanOrEqualTo(7);
        assertThat(dark.contrast(Colour.of("#1b2027"))).isGreaterThanOrEqualTo(7);
    }

    @Test
    void servesItsColoursUnderAnAddressOfTheirContent() throws IOException {
        ConfiguredCharter charter = charter("Mon académie", "#e2001a", "", "");
        Exchange sheet = Exchange.get(charter.styleSheets().get(1));
        charter.handle(sheet.request(), sheet.response());

        assertThat(charter.name()).isEqualTo("Mon académie");
        assertThat(sheet.body()).contains("--preau-accent-base:#e2001a");
        assertThat(sheet.answer("Cache-Control")).contains("immutable");
        assertThat(charter("x", "#000000", "", "").styleSheets()).isNotEqualTo(charter.styleSheets());
    }

    @Test
    void servesTheLogoOfTheAcademy() throws IOException {
        Files.writeString(etc.resolve("logo.svg"), "<svg/>");
        ConfiguredCharter charter = charter("x", "#000000", "logo.svg", "");
        Exchange logo = Exchange.get(charter.logoUrl());
        charter.handle(logo.request(), logo.response());

        assertThat(logo.body()).isEqualTo("<svg/>");
        assertThat(logo.answer("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(logo.answer("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void goesWithoutALogoThatCannotBeRead() {
        ConfiguredCharter charter = charter("", "#000000", "missing.png", "");

        assertThat(charter.logoUrl()).isEmpty();
        assertThat(charter.name()).isEqualTo("Espace numérique");
        Exchange logo = Exchange.get("/res/charter/x/logo");
        assertThatThrownBy(() -> charter.handle(logo.request(), logo.response()))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void refusesSettingsThatWouldBreakPages() {
        assertThatThrownBy(() -> charter("x", "red", "", "")).hasMessageContaining("red");
        assertThatThrownBy(() -> charter("x", "#000000", "logo.exe", "")).hasMessageContaining("logo.exe");
        for (String url : List.of("http://x/l.png", "//x/l.png", "https://x/; script-src *", "javascript:x")) {
            assertThatThrownBy(() -> charter("x", "#000000", "", url)).hasMessageContaining("logo.url");
        }
        assertThat(charter("x", "#000000", "", "https://x.example/l.png").logoUrl())
                .isNotEmpty();
    }

    @Test
    void wearsTheThemeChosenWhileItIsThere() throws IOException {
        Themes themes = new Themes();
        ConfiguredCharter charter =
                new ConfiguredCharter(new Config("x", "#000000", "", "", "forest"), new FakeResources(), themes, etc);
        assertThat(charter.styleSheets()).hasSize(2);

        ForestTheme forest = new ForestTheme();
        themes.add(forest);
        assertThat(charter.accent()).isEqualTo("#1f5c3a");
        Exchange sheet = Exchange.get(charter.styleSheets().get(2));
        themes.handle(sheet.request(), sheet.response());
        assertThat(sheet.body()).contains("--preau-accent-base:#1f5c3a", "prefers-color-scheme:dark");

        themes.remove(forest);
        assertThat(charter.styleSheets()).hasSize(2);
    }

    private ConfiguredCharter charter(String name, String accent, String file, String url) {
        return new ConfiguredCharter(new Config(name, accent, file, url, ""), new FakeResources(), new Themes(), etc);
    }

    @SuppressWarnings("BadAnnotationImplementation")
    private record Config(String name, String accent, String logo_file, String logo_url, String theme)
            implements CharterConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return CharterConfig.class;
        }
    }
}
