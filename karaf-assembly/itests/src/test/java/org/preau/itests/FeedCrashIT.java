package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;
import org.preau.driver.Server;

/**
 * Crashes at random moments of an import of sixty schools: five in the ordinary tests, twenty by {@code ./preau test crashes}. Each import names everybody anew, so that whatever a crash leaves shows in the
 * totals. Every fifth time the JVM is killed and the portal started again; else, because that is quicker, PostgreSQL dies under the living portal: the whole server, or one of its processes. The seed is in
 * the log; {@code -Dpreau.seed=N} repeats it.
 */
class FeedCrashIT {
    private static final System.Logger log = System.getLogger(FeedCrashIT.class.getName());
    private static final int CRASHES = Integer.getInteger("preau.crashes", 5);
    private static final int SCHOOLS = 60;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String UNFINISHED =
            "select count(*) from feed.run where state in ('RECEIVED', 'CHECKING', 'APPLYING')";
    private static final String STAGING =
            "select tablename from pg_tables where schemaname = 'directory' and tablename like 'stage\\_%'";

    @TempDir
    private Path archives;

    private Portal portal;
    private Server server;
    private Random random;
    /** Within so many milliseconds of its start an import is struck. */
    private long span;

    @BeforeEach
    void start() {
        portal = Portal.at("feed-crash").with("PREAU_START_TIMEOUT", "300");
        server = new Server(portal);
        portal.start();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @Requirement({"44A", "44B"})
    void afterEveryCrashAFeedIsAppliedWhollyOrNotAtAllAndTakenUpAgain() throws Exception {
        long seed = Long.getLong("preau.seed", System.nanoTime());
        random = new Random(seed);
        Map<String, Integer> before = totals();
        span = 2 * timeOfACheck();
        log.log(System.Logger.Level.INFO, "seed {0}, crashes within {1} ms", String.valueOf(seed), span);
        for (int edition = 0; edition < CRASHES; edition++) {
            SchoolsArchive archive = new SchoolsArchive(SCHOOLS, edition);
            Path file = archive.write(archives);
            long moment = (long) (random.nextDouble() * span);
            String victim = crash(edition, file, moment);
            String state = rest(file);
            String what =
                    String.format("crash %d of seed %d: %s after %d ms, then %s", edition, seed, victim, moment, state);
            log.log(System.Logger.Level.INFO, what);
            Map<String, Integer> after = totals();
            assertThat(after).as(what).isEqualTo(state.equals("APPLIED") ? archive.totals() : before);
            before = after;
        }
        SchoolsArchive last = new SchoolsArchive(SCHOOLS, CRASHES);
        Portal.Result applied = portal.exec(apply(last.write(archives)));
        assertThat(applied.status()).as(applied.toString()).isZero();
        assertThat(totals()).isEqualTo(last.totals());
        assertThat(portal.exec("preau:audit-verify").status()).isZero();
    }

    private static String apply(Path file) {
        return "preau:feed-apply aaf " + file + " --academy 24 --allow-departures";
    }

    /** Applies the archive and, so long after its start or when it has ended, kills somebody; gives who it was and how far the import was. */
    private String crash(int number, Path archive, long moment) throws Exception {
        long began = System.nanoTime();
        CompletableFuture<Portal.Result> work = CompletableFuture.supplyAsync(() -> portal.exec(apply(archive)));
        CompletableFuture.anyOf(
                        work,
                        CompletableFuture.runAsync(
                                () -> {}, CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS)))
                .join();
        if (work.isDone()) {
            // the next crashes shall come sooner: while the import is on its way
            span = Math.min(span, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        String state = state(archive);
        String victim = number % 5 == 0 ? "JVM" : number % 2 == 0 ? "server" : "backend";
        switch (victim) {
            case "JVM" -> portal.kill();
            case "server" -> server.kill();
            default -> server.killBackend(random);
        }
        work.join();
        if (victim.equals("JVM")) {
            portal.start();
        }
        return victim + " when it was " + state;
    }

    /** Waits until nothing is on its way any more; gives the state of the run of that archive, which must have left nothing in staging. */
    private String rest(Path archive) throws SQLException, IOException {
        portal.await(
                "up again",
                LONGEST,
                () -> new PlainClient(portal).get("/health").statusCode() == 200);
        portal.await("all runs at rest", LONGEST, () -> server.count(UNFINISHED) == 0);
        for (String table : server.column(STAGING)) {
            assertThat(server.count("select count(*) from directory." + table))
                    .as("rows left in " + table)
                    .isZero();
        }
        assertThat(server.column("select distinct state from feed.run")).isSubsetOf("APPLIED", "CHECKED");
        return state(archive);
    }

    private String state(Path archive) throws SQLException, IOException {
        List<String> states = server.column(
                "select state from feed.run where not check_only and file_name = '" + archive.getFileName() + "'");
        return states.isEmpty() ? "never received" : states.get(0);
    }

    private long timeOfACheck() throws IOException {
        Path file = new SchoolsArchive(SCHOOLS, 0).write(Files.createDirectory(archives.resolve("first")));
        long began = System.nanoTime();
        assertThat(portal.exec("preau:feed-check aaf " + file + " --academy 24").status())
                .isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** As soon as the portal reaches its database again: it looks once a second whether the server is there. */
    private Map<String, Integer> totals() throws IOException {
        AtomicReference<String> printed = new AtomicReference<>();
        portal.await("totals", LONGEST, () -> {
            Portal.Result result = portal.exec("preau:directory-totals --json");
            printed.set(result.out());
            return result.status() == 0;
        });
        return new ObjectMapper().readValue(printed.get(), new TypeReference<>() {});
    }
}
