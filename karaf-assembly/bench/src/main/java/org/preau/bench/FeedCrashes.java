package org.preau.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.preau.driver.Portal;
import org.preau.driver.Server;

/**
 * Crashes at random moments while an archive is applied, and while it is undone, in turn: the JVM, the whole PostgreSQL server or one of its processes is killed. After each, as soon as the portal answers, the
 * directory holds the archive or nothing of it; two times of three the work that was taken up again is struck once more before it ends, else it is left to its end and nothing of it stays in staging (44B).
 * {@code -Dpreau.crashes=N} and {@code -Dpreau.seed=N} say how many and which.
 */
final class FeedCrashes implements Part {
    private static final System.Logger log = System.getLogger(FeedCrashes.class.getName());
    private static final int CRASHES = Integer.getInteger("preau.crashes", 6);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final String AT_REST = "nothing on its way";
    private static final String WORKING = "select coalesce(min(state), '" + AT_REST
            + "') from feed.run where state in ('RECEIVED', 'CHECKING', 'APPLYING')";
    private static final String UNFINISHED =
            "select count(*) from feed.run where state in ('RECEIVED', 'CHECKING', 'APPLYING')";
    private static final String STAGING =
            "select tablename from pg_tables where schemaname = 'directory' and tablename like 'stage\\_%'";

    @Override
    public String name() {
        return "crashes";
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        Portal portal = stage.running();
        Server server = new Server(portal);
        Path archive = AafCopies.ofRun(Stage.files().resolve("aaf-crashes")).archive();
        long seed = Long.getLong("preau.seed", System.nanoTime());
        report.setting("seed of the crashes", String.valueOf(seed));
        Random random = new Random(seed);
        JsonNode without = totals(portal);
        double applied = seconds(portal, apply(archive));
        JsonNode with = totals(portal);
        report.add("crashes.apply", "feed-apply that nobody disturbs", applied, "s");
        double longest = 0;
        double span = applied;
        Map<String, Integer> struck = new TreeMap<>();
        CompletableFuture<?> work = CompletableFuture.completedFuture(null);
        for (int number = 0; number < CRASHES; number++) {
            if (server.count(UNFINISHED) == 0) {
                String command = totals(portal).equals(with)
                        ? "preau:feed-restore " + latest(portal) + " --json"
                        : apply(archive);
                work = CompletableFuture.supplyAsync(() -> portal.exec(command));
            }
            Strike strike = strike(portal, server, random, number, span, work);
            // the next ones shall come while there is something to strike
            span = strike.state().equals(AT_REST) ? Math.min(span, strike.seconds()) : span;
            struck.merge(strike.state(), 1, Integer::sum);
            long begun = System.nanoTime();
            work.join();
            wholeOrNothing(totals(portal), with, without, strike);
            if (random.nextInt(3) == 0 || number == CRASHES - 1) {
                rest(portal, server);
                longest = Math.max(longest, (System.nanoTime() - begun) / 1e9);
                wholeOrNothing(totals(portal), with, without, strike);
            }
            log.log(System.Logger.Level.INFO, "crash {0}: {1}", number + 1, strike);
        }
        if (portal.exec("preau:audit-verify").status() != 0) {
            throw new AssertionError("the audit trail is not what was written");
        }
        report.add("crashes.count", "crashes, none left half an archive", CRASHES, "", "struck while " + struck);
        report.add("crashes.rest", "until all was at rest again, longest", longest, "s");
    }

    /**
     * One crash.
     *
     * @param seconds after the work began, or began again
     * @param state of the run that was struck
     */
    private record Strike(String victim, double seconds, String state) {}

    /** Strikes at some moment of that span, or when all is done. */
    private static Strike strike(
            Portal portal, Server server, Random random, int number, double span, CompletableFuture<?> work)
            throws Exception {
        double moment = random.nextDouble() * span;
        long begun = System.nanoTime();
        String state;
        do {
            TimeUnit.MILLISECONDS.sleep(200);
            state = server.column(WORKING).get(0);
        } while ((System.nanoTime() - begun) / 1e9 < moment && !(work.isDone() && state.equals(AT_REST)));
        double seconds = (System.nanoTime() - begun) / 1e9;
        String victim = number % 3 == 0 ? "JVM" : number % 3 == 1 ? "server" : "backend";
        switch (victim) {
            case "JVM" -> portal.kill();
            case "server" -> server.kill();
            default -> server.killBackend(random);
        }
        if (victim.equals("JVM")) {
            portal.start("--demo");
        }
        return new Strike(victim, seconds, state);
    }

    private static void wholeOrNothing(JsonNode now, JsonNode with, JsonNode without, Strike strike) {
        if (!now.equals(with) && !now.equals(without)) {
            throw new AssertionError("half an archive after " + strike + ": " + now);
        }
    }

    private static void rest(Portal portal, Server server) throws SQLException, IOException {
        portal.await("runs at rest", LONGEST, () -> server.count(UNFINISHED) == 0);
        for (String table : server.column(STAGING)) {
            if (server.count("select count(*) from directory." + table) > 0) {
                throw new AssertionError("rows are left in " + table);
            }
        }
    }

    private static String apply(Path archive) {
        return "preau:feed-apply aaf " + archive + " --academy 24 --allow-departures --json";
    }

    private static String latest(Portal portal) {
        for (JsonNode run : portal.json("preau:feed-list --json")) {
            if (run.path("state").asText().equals("applied")
                    && run.path("mode").asText().equals("complete")) {
                return run.path("id").asText();
            }
        }
        throw new AssertionError("no archive is applied");
    }

    private static double seconds(Portal portal, String command) {
        long begun = System.nanoTime();
        Portal.Result result = portal.exec(command);
        if (result.status() != 0) {
            throw new AssertionError(command + " ended with " + result.status() + ": " + result.err());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** As soon as the portal reaches its database again. */
    private static JsonNode totals(Portal portal) {
        portal.await(
                "totals",
                LONGEST,
                () -> portal.exec("preau:directory-totals --json").status() == 0);
        return portal.json("preau:directory-totals --json");
    }
}
