package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Findings are in French and in English, with the same arguments, and every one that the code names has its words. */
class FindingTextsTest {
    private static final Pattern NAMED = Pattern.compile(
            "(?:warn|error|wrong|doubtful|bad|new BadSliceException|new BadArchiveException)\\(\\s*\"([a-z.-]*[a-z])\"");

    @Test
    void bothLanguagesSayTheSame() {
        Map<String, String> french = AafReader.TEXTS.all(Locale.FRENCH);
        Map<String, String> english = AafReader.TEXTS.all(Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(french.keySet());
        french.forEach((key, text) -> {
            assertThat(arguments(english.get(key))).describedAs(key).isEqualTo(arguments(text));
            assertThat(text).describedAs("apostrophes are typographic: %s", key).doesNotContain("'");
            if (key.startsWith("finding.")) {
                assertThat(english.get(key)).describedAs(key).isNotEqualTo(text);
            }
        });
    }

    @Test
    void everyFindingHasItsWords() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher matcher = NAMED.matcher(Files.readString(source));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        Map<String, String> texts = AafReader.TEXTS.all(Locale.FRENCH);
        assertThat(named).hasSizeGreaterThan(30).allSatisfy(key -> assertThat(texts)
                .containsAnyOf(
                        Map.entry("finding." + key, texts.getOrDefault("finding." + key, "")),
                        Map.entry("finding.bad-archive." + key, texts.getOrDefault("finding.bad-archive." + key, "")),
                        Map.entry(
                                "finding.bad-composite." + key,
                                texts.getOrDefault("finding.bad-composite." + key, ""))));
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{[0-9]").matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group());
        }
        return arguments;
    }
}
