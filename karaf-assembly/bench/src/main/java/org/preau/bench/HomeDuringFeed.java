package org.preau.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.preau.driver.Portal;

/** Home pages of signed-in users while a full archive goes into the directory: nobody waits for a feed (issue 3). */
final class HomeDuringFeed implements Part {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USERS = 100;
    private static final Duration PACE = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final double P95_MILLIS = 300;

    @Override
    public String name() {
        return "feedhome";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, InterruptedException, ExecutionException {
        Portal portal = stage.running();
        AafCopies archive = AafCopies.ofRun(Stage.files().resolve("aaf-home"));
        List<Visitor> visitors = Visitor.crowd(stage, USERS);
        open(visitors, WARM_UP, Duration.ZERO, new Latencies());
        long begun = System.nanoTime();
        AtomicBoolean running = new AtomicBoolean(true);
        CompletableFuture<Portal.Result> feed = CompletableFuture.supplyAsync(
                        () -> portal.exec("preau:feed-apply aaf " + archive.archive() + " --academy 24 --json"))
                .whenComplete((result, failure) -> running.set(false));
        Latencies pages = new Latencies();
        while (running.get()) {
            open(visitors, PACE, PACE, pages);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        check(feed.get(), archive.records());
        pages.requireSound();
        String label = "home while " + archive.records() + " records are applied";
        report.add("feedhome.seconds", "the feed, with " + USERS + " users beside it", seconds, "s");
        report.add("feedhome.p50", label + ", p50", pages.percentile(50), "ms", "sum of the three requests");
        report.target(
                "feedhome.p95", label + ", p95", pages.percentile(95), "ms", P95_MILLIS, pages.count() + " pages");
        pages.reportErrors(report, "feedhome", label);
    }

    private static void open(List<Visitor> visitors, Duration length, Duration pace, Latencies pages)
            throws InterruptedException {
        Crowd.act(visitors, length, pace, pages, (visitor, due) -> {
            visitor.open("/");
            pages.record(visitor.page());
            visitor.flow.leave();
        });
    }

    private static void check(Portal.Result result, long records) throws IOException {
        long read = 0;
        for (JsonNode count : JSON.readTree(result.out()).path("counts")) {
            read += count.asLong();
        }
        if (result.status() != 0 || read != records) {
            throw new AssertionError("feed-apply ended with " + result.status() + " and read " + read + " records");
        }
    }
}
