package org.preau.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.preau.driver.Portal;
import org.preau.driver.Server;

/**
 * Crashes at random moments while an archive is applied, and while it is undone, in turn: the JVM, the whole PostgreSQL server or one of its processes is killed. After each the directory holds the archive
 * or nothing of it, and nothing is left in staging (44B). {@code -Dpreau.crashes=N} and {@code -Dpreau.seed=N} say how many and which.
 */
final class FeedCrashes implements Part {
    private static final int CRASHES = Integer.getInteger("preau.crashes", 6);
    private static final Duration LONGEST = Duration.ofMinutes(20);
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
        int inside = 0;
        for (int number = 0; number < CRASHES; number++) {
            boolean there = totals(portal).equals(with);
            String command = there ? "preau:feed-restore " + latest(portal) + " --json" : apply(archive);
            Strike strike = strike(portal, server, random, number, command, applied);
            long begun = System.nanoTime();
            rest(portal, server);
            longest = Math.max(longest, (System.nanoTime() - begun) / 1e9);
            inside += strike.inside() ? 1 : 0;
            JsonNode now = totals(portal);
            if (!now.equals(with) && !now.equals(without)) {
                throw new AssertionError("half an archive after " + strike + " of " + command + ": " + now);
            }
        }
        if (portal.exec("preau:audit-verify").status() != 0) {
            throw new AssertionError("the audit trail is not what was written");
        }
        report.add("crashes.count", "crashes, none left half an archive", CRASHES, "", inside + " while it worked");
        report.add("crashes.rest", "until all was at rest again, longest", longest, "s");
    }

    /**
     * One crash.
     *
     * @param inside whether the command was still at work
     */
    private record Strike(String victim, long millis, boolean inside) {}

    private static Strike strike(
            Portal portal, Server server, Random random, int number, String command, double seconds) throws Exception {
        long moment = (long) (random.nextDouble() * seconds * TimeUnit.SECONDS.toMillis(1));
        CompletableFuture<Portal.Result> work = CompletableFuture.supplyAsync(() -> portal.exec(command));
        CompletableFuture<Void> due =
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS));
        CompletableFuture.anyOf(work, due).join();
        boolean inside = !work.isDone();
        String victim = number % 3 == 0 ? "JVM" : number % 3 == 1 ? "server" : "backend";
        switch (victim) {
            case "JVM" -> portal.kill();
            case "server" -> server.kill();
            default -> server.killBackend(random);
        }
        work.join();
        if (victim.equals("JVM")) {
            portal.start("--demo");
        }
        return new Strike(victim, moment, inside);
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
