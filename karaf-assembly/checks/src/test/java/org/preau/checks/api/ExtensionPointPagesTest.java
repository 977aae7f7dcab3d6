package org.preau.checks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/integrator/extension-points.md} and its pages are what the sources say ({@code -Dpreau.write=true} writes them). */
class ExtensionPointPagesTest {
    private static final Path DOCS = ApiSources.ROOT.resolve("docs/integrator");

    @Test
    void thePagesSayWhatTheSourcesSay() throws IOException {
        Map<String, String> pages = new ExtensionPointPages(ApiSources.read(), Implementations.read()).pages();
        if (Boolean.getBoolean("preau.write")) {
            write(pages);
        }
        Set<String> stale = new TreeSet<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = DOCS.resolve(page.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) {
                stale.add(page.getKey());
            }
        }
        assertThat(stale)
                .as("pages to write again: this test with -Dpreau.write=true")
                .isEmpty();
        assertThat(written()).as("pages of extension points that are gone").isSubsetOf(pages.keySet());
    }

    @Test
    void everyPointOfTheIssueIsThere() {
        Map<String, String> pages = new ExtensionPointPages(ApiSources.read(), Implementations.read()).pages();
        assertThat(pages.keySet().stream().map(name -> name.replaceAll("points/|\\.md", "")))
                .contains(
                        "PortalApplication",
                        "NotificationCategory",
                        "ConnectorDeclaration",
                        "CategoryPolicy",
                        "SsoProtocol",
                        "SignInCounter",
                        "Feed",
                        "StorageBackEnd",
                        "MessageGateway",
                        "SearchProvider",
                        "Indicator",
                        "PersonalData",
                        "HelpTopic",
                        "Theme",
                        "PortalCommand",
                        "HealthCheck",
                        "MenuLink");
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(DOCS.resolve("points"));
        for (String gone : written()) {
            Files.delete(DOCS.resolve(gone));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
        }
    }

    private static Set<String> written() throws IOException {
        if (!Files.isDirectory(DOCS.resolve("points"))) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(DOCS.resolve("points"))) {
            return files.map(file -> "points/" + file.getFileName()).collect(Collectors.toSet());
        }
    }
}
