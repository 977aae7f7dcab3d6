package org.preau.checks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API is finished only when it says what it is for. */
class ApiJavadocTest {
    private static final Path REQUIRED = Path.of("src/test/resources/api-1.0/methods-to-write.txt");

    /** Types that only name something: an example would say nothing. */
    private static final Set<String> NO_EXAMPLE = Set.of("org.preau.api.base.PortalEvent");

    private static ApiSources api;

    @BeforeAll
    static void read() {
        api = ApiSources.read();
    }

    @Test
    void findsTheApi() {
        assertThat(api.types()).extracting(ApiType::name).contains("PortalApplication", "Tx.SqlWork", "Notice");
    }

    @Test
    void everyExportedPackageSaysHowStableItIs() {
        Map<String, Set<String>> packages = api.packages();
        List<String> silent = packages.keySet().stream()
                .filter(name -> packages.get(name).stream().anyMatch(text -> text.startsWith("@Version(")))
                .filter(name -> api.stability(name).isEmpty())
                .toList();
        assertThat(silent).as("packages without @Stability").isEmpty();
    }

    @Test
    void everyPublicTypeHasJavadocAndSaysSinceWhen() {
        assertThat(api.types().stream()
                        .filter(type -> type.doc().sentence().isEmpty())
                        .map(ApiJavadocTest::full))
                .as("types without javadoc")
                .isEmpty();
        assertThat(api.types().stream()
                        .filter(type -> type.isTop() && !type.since().matches("\\d+\\.\\d+"))
                        .map(ApiJavadocTest::full))
                .as("types without @since")
                .isEmpty();
    }

    @Test
    void everyMethodOfAContractHasJavadoc() {
        assertThat(api.types().stream().flatMap(type -> type.methods().stream()
                        .filter(method -> method.doc().sentence().isEmpty() && !method.overrides())
                        .map(method -> full(type) + "." + method.signature())))
                .as("methods without javadoc")
                .isEmpty();
    }

    @Test
    void everyExtensionPointShowsAnExample() {
        assertThat(api.types().stream()
                        .filter(ApiType::isConsumer)
                        .filter(type -> type.doc().example().isEmpty())
                        .map(ApiJavadocTest::full)
                        .filter(name -> !NO_EXAMPLE.contains(name)))
                .as("extension points without an example in <pre>{@code …}</pre>")
                .isEmpty();
    }

    @Test
    void anExtensionPointAsksForNoMoreThanItDidAtFirst() throws IOException {
        Set<String> now = api.types().stream()
                .filter(ApiType::isConsumer)
                .flatMap(type -> type.methods().stream()
                        .filter(ApiType.Method::isAbstract)
                        .map(method -> full(type) + "." + method.signature()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (Boolean.getBoolean("preau.write")) {
            Files.writeString(REQUIRED, String.join("\n", now) + "\n");
        }
        Set<String> allowed = new TreeSet<>(Files.readAllLines(REQUIRED));
        now.removeAll(allowed);
        assertThat(now)
                .as(
                        "methods that plugins would have to write: give them a default body; only a type that no release had may come into "
                                + REQUIRED)
                .isEmpty();
    }

    private static String full(ApiType type) {
        return type.packageName() + "." + type.name();
    }
}
