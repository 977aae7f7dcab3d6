package org.preau.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the parent of plugins refuses. */
class PluginParentTest {
    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.preau</groupId><artifactId>preau-plugin-parent</artifactId><version>%s</version><relativePath/>
              </parent>
              <groupId>org.example.sdk</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
              <dependencies>%s</dependencies>
            </project>
            """;

    private static void project(Path folder, String artifact, String version, String dependencies) throws IOException {
        Files.writeString(
                folder.resolve("pom.xml"),
                POM.formatted(System.getProperty("sdk.version"), artifact, version, dependencies));
    }

    private static void source(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve("src/main/java/org/example/tried/" + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void failsOnAnImportOfThePortalsInside() throws Exception {
        Path folder = Maven.empty("forbidden-import");
        project(
                folder,
                "forbidden-import",
                "1.0.0",
                "<dependency><groupId>org.preau</groupId><artifactId>preau-core-persistence</artifactId><version>"
                        + System.getProperty("sdk.version") + "</version></dependency>");
        source(
                folder,
                "Thief.java",
                """
                package org.example.tried;

                public final class Thief {
                    public int takes() {
                        return System.identityHashCode(new org.postgresql.ds.PGSimpleDataSource());
                    }
                }
                """);
        Maven.Outcome outcome = Maven.run(folder, "package");
        assertThat(outcome.status()).as(outcome.output()).isNotZero();
        assertThat(outcome.output())
                .contains("layer check: imports org.postgresql.ds: use org.preau.api.persistence.Tx");
    }

    @Test
    void failsOnAnIncompatibleChangeUnderTheSameMajorVersion() throws Exception {
        Path folder = Maven.empty("baseline");
        project(folder, "baseline-tried", "1.0.0", "");
        source(
                folder,
                "package-info.java",
                """
                @org.osgi.annotation.versioning.Version("1.0.0")
                package org.example.tried;
                """);
        source(
                folder,
                "Offer.java",
                """
                package org.example.tried;

                public final class Offer {
                    public String one() {
                        return "one";
                    }

                    public String two() {
                        return "two";
                    }
                }
                """);
        Maven.Outcome first = Maven.run(folder, "install");
        assertThat(first.status()).as(first.output()).isZero();

        project(folder, "baseline-tried", "1.0.1", "");
        source(
                folder,
                "Offer.java",
                """
                package org.example.tried;

                public final class Offer {
                    public String one() {
                        return "one";
                    }
                }
                """);
        Maven.Outcome second = Maven.run(folder, "verify");
        assertThat(second.status()).as(second.output()).isNotZero();
        assertThat(second.output()).contains("Baseline").contains("org.example.tried");
    }
}
