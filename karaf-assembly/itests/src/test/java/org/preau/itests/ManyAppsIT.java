package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.Portal;

/** Hot deployment at scale: sixty applications come, each is updated once while two hundred people work, all go. Nobody's request fails and nothing stays in memory. */
@Tag("many")
class ManyAppsIT {
    private static final int APPS = Integer.getInteger("preau.apps", 60);
    private static final int PEOPLE = Integer.getInteger("preau.people", 200);
    /** What a slow, busy machine is allowed; the figure printed is what counts (target: 2 s). */
    private static final Duration SLOWEST = Duration.ofSeconds(Integer.getInteger("preau.update.seconds", 15));

    @Test
    @Requirement("75B-D")
    void sixtyApplicationsAreUpdatedWhileTwoHundredPeopleWork() throws Exception {
        try (Portal portal = Portal.demo("many-apps")) {
            QuickConsole console = new QuickConsole(portal);
            List<Path> first = copies(Jars.helloApp("1.0.0"), "many-1");
            List<Path> second = copies(Jars.helloApp("2.0.0"), "many-2");
            try (Crowd crowd = new Crowd(portal, PEOPLE)) {
                List<Long> installs = replaceAll(portal, console, first, "1.0.0");
                portal.await("everybody acted", Duration.ofSeconds(60), () -> crowd.acts() > 2L * PEOPLE);
                Memory before = Memory.of(portal);
                List<Long> updates = replaceAll(portal, console, second, "2.0.0");
                long acts = crowd.acts();
                portal.await("everybody acts on", Duration.ofSeconds(60), () -> crowd.acts() > acts + PEOPLE);
                portal.await(
                        "the class loaders of all first versions are collected",
                        Duration.ofSeconds(60),
                        () -> Memory.of(portal).classes() < before.classes() + APPS);
                Memory after = Memory.of(portal);
                System.err.println(APPS + " applications, " + PEOPLE + " people at work: install " + figures(installs)
                        + "; update " + figures(updates) + "; before the updates " + before + ", after " + after + "; "
                        + crowd.acts() + " acts, " + crowd.failures().size() + " failed");
                assertThat(crowd.failures()).isEmpty();
                assertThat(Duration.ofMillis(p95(updates))).isLessThan(SLOWEST);
                assertThat(after.heap()).as("live heap").isLessThan((long) (before.heap() * 1.1) + 10_000_000);
            }
        }
    }

    private static List<Path> copies(Path jar, String folder) throws IOException {
        Path place = Path.of(System.getProperty("preau.work"), folder);
        Files.createDirectories(place);
        List<Path> copies = new ArrayList<>();
        for (int n = 1; n <= APPS; n++) {
            copies.add(RenamedApp.of(jar, n, place));
        }
        return copies;
    }

    /** Drops each and waits until that version serves; milliseconds of each, sorted. */
    private static List<Long> replaceAll(Portal portal, QuickConsole console, List<Path> jars, String version)
            throws IOException {
        List<Long> millis = new ArrayList<>();
        for (int n = 1; n <= jars.size(); n++) {
            String id = RenamedApp.id(n);
            long start = System.nanoTime();
            portal.deploy(jars.get(n - 1), id + ".jar");
            long end = start + TimeUnit.SECONDS.toNanos(60);
            while (!console.versionOf(id).equals(version)) {
                assertThat(System.nanoTime()).as("%s %s serves", id, version).isLessThan(end);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        millis.sort(null);
        return millis;
    }

    private static String figures(List<Long> sorted) {
        return "median " + sorted.get(sorted.size() / 2) + " ms, p95 " + p95(sorted) + " ms, slowest "
                + sorted.get(sorted.size() - 1) + " ms";
    }

    private static long p95(List<Long> sorted) {
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }
}
