package org.preau.checks.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;

/** A portal whose memory runs out as soon as it starts, because of the jar deployed last, comes up without it. */
@Requirement("510F")
class MemoryFallTest {
    @TempDir
    Path folder;

    private ScriptedHome portal;

    @BeforeEach
    void prepare() throws IOException {
        portal = new ScriptedHome(folder);
    }

    @Test
    void putsTheJarDeployedLastAsideAtTheSecondFall() throws Exception {
        jar("old.jar", Duration.ofHours(30));
        jar("new.jar", Duration.ofHours(1));
        portal.hungry(true);
        assertThat(portal.preau("start").words()).contains("ended while it started");
        assertThat(portal.preau("start").words()).contains("the memory ran out").doesNotContain("put aside");
        assertThat(portal.options()).contains("-Dpreau.fell=memory").doesNotContain("preau.aside");
        Path unpacked = Files.createDirectories(portal.home.resolve("data/cache/bundle1"));
        portal.hungry(false);

        assertThat(portal.preau("start").words()).contains("new.jar, deployed last, is put aside", "still running");

        assertThat(portal.options()).contains("-Dpreau.fell=memory", "-Dpreau.aside=new.jar");
        assertThat(portal.home.resolve("deploy")).isDirectoryContaining("glob:**/old.jar");
        assertThat(portal.home.resolve("deploy/new.jar.aside")).exists();
        assertThat(portal.home.resolve("deploy/new.jar")).doesNotExist();
        assertThat(unpacked).doesNotExist();

        portal.kill(portal.process());
        assertThat(portal.preau("start").words()).doesNotContain("memory");
        assertThat(portal.options()).doesNotContain("preau.fell", "preau.aside");
        portal.kill(portal.process());
    }

    @Test
    void leavesAloneWhatHasServedForDays() throws Exception {
        jar("old.jar", Duration.ofDays(3));
        portal.hungry(true);
        for (int i = 0; i < 3; i++) {
            portal.preau("start");
        }
        assertThat(portal.home.resolve("deploy/old.jar")).exists();
    }

    private void jar(String name, Duration age) throws IOException {
        Path jar = Files.createDirectories(portal.home.resolve("deploy")).resolve(name);
        Files.writeString(jar, name);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minus(age)));
    }
}
