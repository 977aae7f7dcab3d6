package org.preau.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides for integrators: both languages show the same code, and links lead somewhere; pictures are SamplesIT's, which makes them. */
class IntegratorPagesTest {
    private static final Path PAGES = Path.of("../../docs/integrator");
    private static final Map<String, String> FRENCH = Map.of(
            "index", "index",
            "connector", "connecteur",
            "application", "application",
            "how-to", "recettes",
            "duties", "obligations",
            "publishing", "publication");
    private static final Pattern BLOCK = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Path ROOT = Path.of("../..");
    private static final Pattern QUOTE =
            Pattern.compile("^```java from=(\\S+)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("CommandSpec\\s*\\.of\\(\\s*\"[a-z0-9-]+\"");
    private static final Pattern SAID = Pattern.compile("\\bpreau:[a-z][a-z-]*[a-z]");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]+`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    private static List<String> found(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "connector", "application", "how-to", "duties", "publishing"})
    void frenchAndEnglishShowTheSameCode(String page) throws IOException {
        String english = Files.readString(PAGES.resolve("en/" + page + ".md"));
        String french = Files.readString(PAGES.resolve("fr/" + FRENCH.get(page) + ".md"));
        assertThat(found(BLOCK, french)).isEqualTo(found(BLOCK, english));
        assertThat(found(CODE, BLOCK.matcher(french).replaceAll("")))
                .containsAll(found(CODE, BLOCK.matcher(english).replaceAll("")).stream()
                        .filter(code -> code.matches("`[A-Z]\\w+\\.\\w+`"))
                        .toList());
    }

    /** A block {@code ```java from=FILE} stands in that file, which is compiled and tested elsewhere: indentation apart, to the letter. */
    @ParameterizedTest
    @ValueSource(strings = {"en/how-to.md", "fr/recettes.md"})
    void codeIsQuotedFromSourcesThatAreCompiled(String page) throws IOException {
        Matcher quote = QUOTE.matcher(Files.readString(PAGES.resolve(page)));
        int quotes = 0;
        while (quote.find()) {
            quotes++;
            assertThat(withoutIndentation(Files.readString(ROOT.resolve(quote.group(1)))))
                    .as(quote.group(1))
                    .contains(withoutIndentation(quote.group(2)));
        }
        assertThat(quotes).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en/how-to.md", "fr/recettes.md"})
    void everyExtensionPointHasARecipe(String page) throws IOException {
        String recipes = Files.readString(PAGES.resolve(page));
        try (Stream<Path> points = Files.list(PAGES.resolve("points"))) {
            assertThat(points.map(point -> "](../points/" + point.getFileName() + ")")
                            .toList())
                    .allSatisfy(link -> assertThat(recipes).contains(link));
        }
    }

    /** Every command that the pages name is one of the portal's. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void commandsExist(String language) throws IOException {
        Set<String> known = found(COMMAND, sources()).stream()
                .map(each -> each.replaceAll("(?s).*\"([a-z0-9-]+)\"", "preau:$1"))
                .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PAGES.resolve(language))) {
            for (Path page : pages.toList()) {
                found(SAID, Files.readString(page)).stream()
                        .filter(said -> !known.contains(said))
                        .forEach(unknown::add);
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.walk(ROOT.resolve("bundles")), Files.walk(ROOT.resolve("plugin-sdk/samples")))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(each -> each.toString().endsWith("Command.java"))
                    .toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Test
    void frenchIntroducesEveryExtensionPoint() throws IOException {
        String french = Files.readString(PAGES.resolve("fr/points-extension.md"));
        try (Stream<Path> points = Files.list(PAGES.resolve("points"))) {
            assertThat(points.map(point -> "](../points/" + point.getFileName() + ")")
                            .toList())
                    .allSatisfy(link -> assertThat(french).contains(link));
        }
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path folder : List.of(PAGES.resolve("en"), PAGES.resolve("fr"), Path.of("../../plugin-sdk/samples"))) {
            try (Stream<Path> pages = Files.walk(folder)) {
                for (Path page :
                        pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                    Matcher link = LINK.matcher(Files.readString(page));
                    while (link.find()) {
                        if (!link.group(1).equals("picture.png") && !Files.exists(page.resolveSibling(link.group(1)))) {
                            broken.add(page + ": " + link.group(1));
                        }
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
