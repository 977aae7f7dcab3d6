package org.preau.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FolderWatchTest {
    @TempDir
    Path folder;

    @Test
    void tellsSavesOfSourcesAndOfThePomButNotOfWhatIsBuilt() throws Exception {
        Path source = folder.resolve("src/main/java/Notes.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(folder.resolve("target"));
        try (FolderWatch watch = new FolderWatch(folder)) {
            Files.writeString(folder.resolve("target/Notes.class"), "x");
            Files.writeString(folder.resolve("README.md"), "x");
            Files.writeString(source, "class Notes {}");
            assertThat(watch.awaitSave()).isEqualTo(Set.of(source));
            Files.writeString(folder.resolve("pom.xml"), "<project/>");
            assertThat(watch.awaitSave()).isEqualTo(Set.of(folder.resolve("pom.xml")));
        }
    }

    @Test
    void followsFoldersThatAreMadeMeanwhile() throws Exception {
        Files.createDirectories(folder.resolve("src/main"));
        try (FolderWatch watch = new FolderWatch(folder)) {
            Path fresh = folder.resolve("src/main/java/org/example");
            Files.createDirectories(fresh);
            watch.awaitSave();
            Path source = fresh.resolve("Notes.java");
            Files.writeString(source, "class Notes {}");
            Set<Path> saved = watch.awaitSave();
            while (!saved.contains(source)) {
                saved = watch.awaitSave();
            }
            assertThat(saved).contains(source);
        }
    }
}
