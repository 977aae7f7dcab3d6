package org.preau.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Sends at a fixed rate whatever the answers do; a time is counted from when the request was due, so a stall shows in all that were due meanwhile. */
final class OpenLoop {
    private static final int IN_FLIGHT = 2_000;
    private static final int SECONDS_TO_DRAIN = 30;

    private final double perSecond;
    private final Supplier<CompletableFuture<Boolean>> request;

    /** @param request sends one; true when the answer is right */
    OpenLoop(double perSecond, Supplier<CompletableFuture<Boolean>> request) {
        this.perSecond = perSecond;
        this.request = request;
    }

    /** Sends for so long, then waits for the answers; gives the seconds it took until the last was due. */
    double run(Duration length, Latencies latencies) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        long interval = (long) (1e9 / perSecond);
        long count = length.toNanos() / interval;
        long begun = System.nanoTime();
        for (long i = 0; i < count; i++) {
            long due = begun + i * interval;
            waitFor(due);
            if (!free.tryAcquire()) {
                latencies.error("too many without an answer, not sent");
                continue;
            }
            var unused = request.get().whenComplete((right, failure) -> {
                if (failure == null && right) {
                    latencies.record(System.nanoTime() - due);
                } else {
                    latencies.error(failure == null ? "wrong answer" : String.valueOf(failure.getMessage()));
                }
                free.release();
            });
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!free.tryAcquire(IN_FLIGHT, SECONDS_TO_DRAIN, TimeUnit.SECONDS)) {
            throw new AssertionError("no answer after " + SECONDS_TO_DRAIN + " s to some requests");
        }
        return seconds;
    }

    /** Returns at that time of {@link System#nanoTime()}, or at once when it is past. */
    static void waitFor(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
