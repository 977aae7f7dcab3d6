package org.preau.core.containment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.preau.api.containment.PluginState.Stop;

/**
 * Decides whether a plugin may be called: closed while it works; open for a time once it fails too often; then one call is let through, and by how that ends it closes or opens again, for twice as long. No lock
 * where calls pass.
 */
final class Breaker {
    private static final long WINDOW_MILLIS = 60_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration FORGIVEN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Limits limits;
    private final AtomicLongArray failedAt;
    private final AtomicLongArray callsThen;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean trial = new AtomicBoolean();
    private volatile @Nullable Stop stop;
    private int times;
    private Instant runsSince = Instant.MIN;

    Breaker(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
        this.failedAt = new AtomicLongArray(limits.failures());
        this.callsThen = new AtomicLongArray(limits.failures());
    }

    /** The present stop, or null. */
    @Nullable
    Stop stop() {
        return stop;
    }

    /** Whether a call may pass now. Who gets a yes makes the call and tells how it ended. */
    boolean admits() {
        Stop now = stop;
        return now == null || !clock.instant().isBefore(now.until()) && trial.compareAndSet(false, true);
    }

    /** A call ended well. True if this ends a stop. */
    boolean succeeded() {
        return stop != null && trial.get() && release();
    }

    /** A call that was let through never took place: another may try. */
    void unused() {
        trial.set(false);
    }

    /**
     * A call failed.
     *
     * @param calls how many calls have ended so far
     * @return whether this stops the plugin
     */
    boolean failed(long calls, String why) {
        if (stop != null) {
            return trial.get() && stop(why);
        }
        int number = failures.getAndIncrement();
        int slot = Math.floorMod(number, limits.failures());
        failedAt.set(slot, clock.millis());
        callsThen.set(slot, calls);
        int oldest = Math.floorMod(number + 1, limits.failures());
        boolean often = number >= limits.failures() - 1 && clock.millis() - failedAt.get(oldest) <= WINDOW_MILLIS;
        boolean mostly = calls - callsThen.get(oldest) <= 2L * limits.failures();
        return often && mostly && stop(limits.failures() + " calls failed within a minute, the last one with " + why);
    }

    /** Stops the plugin from now on. False if it is stopped already and was not on trial. */
    synchronized boolean stop(String why) {
        Instant now = clock.instant();
        Stop before = stop;
        if (before != null && !trial.get()) {
            return false;
        }
        times = before != null || runsSince.plus(FORGIVEN).isAfter(now) ? times + 1 : 1;
        Duration length = limits.firstStop().multipliedBy(1L << Math.min(times - 1, 10));
        stop = new Stop(now, now.plus(length.compareTo(LONGEST) < 0 ? length : LONGEST), why, times);
        trial.set(false);
        failures.set(0);
        return true;
    }

    /** Stops it for as long as is said, whatever it did since the start. */
    synchronized void hold(String why, Duration length, int inRow) {
        Instant now = clock.instant();
        times = inRow;
        stop = new Stop(now, now.plus(length), why, inRow);
        trial.set(false);
        failures.set(0);
    }

    /** Lets it run again. True if it was stopped. */
    synchronized boolean release() {
        boolean was = stop != null;
        stop = null;
        trial.set(false);
        failures.set(0);
        runsSince = clock.instant();
        return was;
    }

    /** Forgets how often it was stopped before. */
    synchronized void forgive() {
        runsSince = Instant.MIN;
        times = 0;
    }
}
