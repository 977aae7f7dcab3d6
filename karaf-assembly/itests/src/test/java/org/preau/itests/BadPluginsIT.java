package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.FlowClient;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;
import org.preau.itests.bad.Bad;

/**
 * Eight bad plugins at once, while twenty people work and one goes to and fro: nobody's page fails or becomes slow, each that harms ends in quarantine with its message, and can be let out again.
 */
@Alone
class BadPluginsIT {
    /** What the slowest of twenty pages may take while all of them rage, on a machine of two cores that other builds may use too. */
    private static final Duration SLOWEST = Duration.ofSeconds(3);

    private static final Set<Bad> HARMFUL =
            EnumSet.complementOf(EnumSet.of(Bad.LEAKS, Bad.SCRIBBLES, Bad.PRINTS, Bad.HOGS));

    /** Lines of one plugin in the log: those at once, and those of the minutes that this takes. */
    private static final int WRITTEN = 1_000 + 10 * 300;

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.demo("bad-plugins");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @Requirement("510F")
    void badPluginsHarmNobodyAndEndInQuarantine() throws Exception {
        try (Crowd crowd = new Crowd(portal, 20);
                Pulse pulse = new Pulse(portal, portal.demoLogin("HEAD"), "/app/news", "/app/people")) {
            portal.await("a few quiet pages", Duration.ofSeconds(30), () -> crowd.acts() > 40);
            List<Long> quiet = pulse.take();

            for (Bad bad : Bad.bearable()) {
                portal.deploy(Jars.bad(bad), bad.id() + ".jar");
            }
            portal.await("all are there", Duration.ofSeconds(20), () -> apps().containsAll(ids()));
            AtomicBoolean curious = new AtomicBoolean(true);
            List<Thread> victims = victims(curious);
            portal.await("each that harms is in quarantine", Duration.ofSeconds(60), () -> stopped()
                    .containsAll(HARMFUL.stream().map(Bad::bundle).toList()));
            curious.set(false);
            List<Long> raging = pulse.take();
            report(quiet, raging);

            FlowClient visitor = visitor("TEACHER");
            for (Bad bad : HARMFUL) {
                assertThat(visitor.open("/app/" + bad.id())).contains("arrêtée un moment");
            }
            assertThat(visitor.open("/app/leaks")).contains("view of leaks");
            assertThat(portal.exec("preau:doctor " + Bad.THROWS.bundle()).status())
                    .isEqualTo(1);
            assertThat(portal.exec("preau:doctor " + Bad.LEAKS.bundle()).status())
                    .isZero();

            assertThat(portal.exec("preau:quarantine-release " + Bad.FLOODS.bundle())
                            .status())
                    .isZero();
            assertThat(stopped()).doesNotContain(Bad.FLOODS.bundle());
            assertThat(visitor.open("/app/floods")).contains("view of floods");

            for (Bad bad : Bad.bearable()) {
                portal.undeploy(bad.id() + ".jar");
            }
            portal.await("the log names the thread that is left", Duration.ofSeconds(20), () -> portal.log()
                    .contains("forgotten-by-leaks"));
            for (Bad bad : HARMFUL) {
                assertThat(portal.log()).contains("Plugin " + bad.bundle() + " 1.0.0 is stopped until");
            }
            wroteLittle(Bad.SCRIBBLES, "scribbled ");
            wroteLittle(Bad.PRINTS, "printed ");
            assertThat(Files.readString(portal.home.resolve("log/jvm.log"))).doesNotContain("printed ");
            for (Thread victim : victims) {
                victim.join(Duration.ofSeconds(40).toMillis());
            }
            assertThat(crowd.failures()).isEmpty();
            assertThat(pulse.failures()).isEmpty();
            assertThat(raging.get(raging.size() * 19 / 20)).isLessThan(SLOWEST.toMillis());
        }
    }

    /** One that floods the log is cut short, with a line that says so; nobody else's lines are. */
    private static void wroteLittle(Bad bad, String line) {
        portal.await("the log says how much is left out", Duration.ofSeconds(90), () -> portal.log()
                .contains(" lines of the bundle " + bad.bundle() + " were left out"));
        String log = portal.log();
        assertThat(log).contains("The bundle " + bad.bundle() + " writes more than");
        assertThat(log.lines().filter(each -> each.contains(line)).count())
                .isPositive()
                .isLessThan(WRITTEN);
        assertThat(log).doesNotContain("The bundle org.preau.");
    }

    private static void report(List<Long> quiet, List<Long> raging) {
        System.err.println("a page with the bad plugins about: median " + raging.get(raging.size() / 2) + " ms, 95th "
                + raging.get(raging.size() * 19 / 20) + " ms, slowest " + raging.get(raging.size() - 1) + " ms of "
                + raging.size() + "; before: median " + quiet.get(quiet.size() / 2) + " ms, slowest "
                + quiet.get(quiet.size() - 1) + " ms");
    }

    /** People who meet the bad ones: their own pages may fail, nobody else's. */
    private static List<Thread> victims(AtomicBoolean curious) {
        List<Thread> threads = new ArrayList<>();
        for (String profile : List.of("TEACHER", "GUARDIAN", "STAFF")) {
            Thread thread = new Thread(() -> meet(visitor(profile), curious), "victim-" + profile);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static void meet(FlowClient victim, AtomicBoolean curious) {
        while (curious.get()) {
            for (String path : List.of("/", "/app/throws", "/app/blocks", "/app/floods")) {
                try {
                    victim.open(path);
                } catch (RuntimeException | AssertionError e) {
                    System.err.println("a victim at " + path + ": " + e.getMessage());
                }
            }
        }
    }

    private static FlowClient visitor(String profile) {
        return new FlowClient(new PlainClient(portal).signIn(portal.demoLogin(profile)));
    }

    private static Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        Bad.bearable().forEach(bad -> ids.add(bad.id()));
        return ids;
    }

    private static Set<String> apps() {
        Set<String> ids = new TreeSet<>();
        portal.json("preau:app-list --json")
                .forEach(app -> ids.add(app.get("id").asText()));
        return ids;
    }

    private static Set<String> stopped() {
        Set<String> names = new TreeSet<>();
        portal.json("preau:quarantine-list --stopped --json")
                .forEach(state -> names.add(state.get("plugin").asText()));
        return names;
    }
}
