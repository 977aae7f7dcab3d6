package org.preau.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several users at once, one thread each, each with his own pace. */
final class Crowd {
    private static final int MINUTES = 5;

    private Crowd() {}

    /** What a user does again and again. */
    interface Act<U> {
        /** @param due the time of {@link System#nanoTime()} at which it should have begun */
        void once(U user, long due) throws Exception;
    }

    /**
     * Lets each user act for so long; what throws is an error.
     *
     * @param pace from the beginning of an act to the next one of the same user; zero for no pause at all. Users begin spread over one pace.
     * @return seconds
     */
    static <U> double act(List<U> users, Duration length, Duration pace, Latencies errors, Act<U> act)
            throws InterruptedException {
        long begun = System.nanoTime();
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            U user = users.get(i);
            long first = begun + pace.toNanos() * i / users.size();
            all.add(() -> actAlone(user, first, begun + length.toNanos(), pace.toNanos(), errors, act));
        }
        together(all, users.size());
        return (System.nanoTime() - begun) / 1e9;
    }

    private static <U> void actAlone(U user, long first, long end, long pace, Latencies errors, Act<U> act) {
        for (long due = first; due < end; due += pace) {
            OpenLoop.waitFor(due);
            if (System.nanoTime() >= end) {
                return;
            }
            try {
                act.once(user, pace == 0 ? System.nanoTime() : due);
            } catch (Exception | AssertionError e) {
                errors.error(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Does all of it with so many threads, and fails when one failed. */
    static void together(List<Runnable> all, int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            all.forEach(one -> futures.add(pool.submit(one)));
            for (Future<?> future : futures) {
                future.get(MINUTES, TimeUnit.MINUTES);
            }
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(String.valueOf(e.getMessage()), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
