package org.preau.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stranger gets by the archetypes compiles, passes its contract tests and is a bundle of the right name, as it is. */
class ArchetypesTest {
    private static final String VERSION = System.getProperty("sdk.version");

    @ParameterizedTest
    @CsvSource({"app,school-board,org.example.school.board", "connector,quiz,org.example.quiz"})
    void makesAProjectThatBuildsAndPassesItsTests(String kind, String artifact, String ownPackage) throws Exception {
        Path folder = Maven.empty("archetype-" + kind);
        Maven.Outcome made = Maven.run(
                folder,
                "archetype:generate",
                "-DarchetypeCatalog=internal",
                "-DarchetypeGroupId=org.preau",
                "-DarchetypeArtifactId=preau-archetype-" + kind,
                "-DarchetypeVersion=" + VERSION,
                "-DgroupId=org.example",
                "-DartifactId=" + artifact,
                "-Dversion=1.2.0",
                "-Dpackage=" + ownPackage);
        assertThat(made.status()).as(made.output()).isZero();
        Path project = folder.resolve(artifact);
        assertNoBlankIsLeft(project);

        Maven.Outcome built = Maven.run(project, "verify");
        assertThat(built.status()).as(built.output()).isZero();
        assertThat(built.output()).contains("Tests run:");
        try (JarFile jar =
                new JarFile(project.resolve("target/" + artifact + "-1.2.0.jar").toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo(artifact);
            assertThat(manifest.getValue("Bundle-Version")).isEqualTo("1.2.0");
            assertThat(manifest.getValue("Export-Package")).isNull();
            assertThat(manifest.getValue("Import-Package")).contains("org.preau.api.base;version=\"[1.");
        }
        assertThat(lines(project.resolve("pom.xml"))).isLessThan(30);
    }

    /** Velocity leaves what it does not know as it stands. */
    private static void assertNoBlankIsLeft(Path made) throws IOException {
        try (var files = Files.walk(made)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|sql|properties|md|xml)"))
                    .toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("${", "#set");
            }
        }
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
