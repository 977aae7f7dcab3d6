package org.preau.checks.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;

/** Two portals never run in one home, whatever became of the pid file; and what a dead one left never keeps the next from starting. */
@Requirement("75B-D")
class OnePortalForEachHomeTest {
    @TempDir
    Path folder;

    private ScriptedHome portal;
    private ProcessHandle running;

    @BeforeEach
    void start() throws Exception {
        portal = new ScriptedHome(folder);
        assertThat(portal.preau("start").words()).contains("still running");
        running = portal.process();
    }

    @AfterEach
    void end() throws IOException {
        running.destroyForcibly();
        if (Files.exists(portal.pidFile())) {
            ProcessHandle.of(Long.parseLong(Files.readString(portal.pidFile()).strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aSecondStartIsRefusedByName() throws Exception {
        ScriptedHome.Said said = portal.preau("start");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.words()).contains("already running (process " + running.pid() + ")");
        assertThat(running.isAlive()).isTrue();
    }

    @Test
    void aDeletedPidFileHidesNoPortal() throws Exception {
        Files.delete(portal.pidFile());
        ScriptedHome.Said said = portal.preau("start", "--port", "9");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.words()).contains("already running (process " + running.pid() + ")");
        assertThat(portal.home.resolve("etc/org.ops4j.pax.web.cfg"))
                .content()
                .describedAs("the running portal's settings")
                .doesNotContain("= 9\n");
        assertThat(portal.preau("status").words()).contains("process " + running.pid());
        assertThat(portal.preau("stop").status()).isZero();
        assertThat(portal.preau("status").status()).isEqualTo(3);
    }

    /** As a portal in a container, or by another path to the same folder: its process cannot be told, its lock can. */
    @Test
    void aPortalThatCannotBeSeenIsNotDisturbed() throws Exception {
        portal.kill(running);
        Process holder = new ProcessBuilder(
                        "flock", portal.home.resolve("data/preau.lock").toString(), "sh", "-c", "echo held; cat")
                .start();
        try (BufferedReader words = holder.inputReader()) {
            assertThat(words.readLine()).isEqualTo("held");
            ScriptedHome.Said said = portal.preau("start");
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.words()).contains("another portal runs in this home", "stop it first");
        } finally {
            holder.getOutputStream().close();
            holder.waitFor();
        }
    }

    @Test
    void whatAKilledPortalLeftIsNoObstacle() throws Exception {
        portal.kill(running);
        assertThat(portal.home.resolve("data/preau.lock")).exists();
        assertThat(portal.preau("start").words()).contains("still running").doesNotContain("another portal");
        assertThat(portal.process().pid()).isNotEqualTo(running.pid());
    }
}
