package org.preau.core.containment;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preau.api.containment.Door;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks twice a second at the calls of plugins that run: wakes those that are late, stops plugins that hold threads, processor or memory, and as a last resort ends a thread of the plugin's own that spins and does
 * not hear.
 */
final class Watchdog {
    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final long PERIOD_MILLIS = 500;
    private static final Duration DEAF = Duration.ofSeconds(5);
    /** Doors whose calls run on threads that nobody misses. */
    private static final Set<Door> EXPENDABLE = EnumSet.of(Door.VIEW, Door.CARD, Door.EVENT, Door.CHECK);

    private final Guards guards;
    private final LeakWatch leaks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread watch = new Thread(work, "preau-watchdog");
        watch.setDaemon(true);
        watch.setPriority(Thread.MAX_PRIORITY);
        return watch;
    });
    private @Nullable ScheduledFuture<?> look;

    Watchdog(Guards guards, LeakWatch leaks) {
        this.guards = guards;
        this.leaks = leaks;
    }

    void start() {
        look = thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void end() {
        ScheduledFuture<?> known = look;
        if (known != null) {
            known.cancel(false);
        }
        thread.shutdown();
    }

    /** One look at everything. */
    void look() {
        try {
            guards.all().forEach(Watchdog::look);
            leaks.look();
        } catch (RuntimeException e) {
            log.error("the watchdog stumbled", e);
        }
    }

    private static void look(PluginGuard guard) {
        if (guard.running().isEmpty()) {
            guard.slowOnes(0);
            return;
        }
        int slow = 0;
        long processor = 0;
        for (RunningCall call : guard.running()) {
            if (call.limit() == 0) {
                continue;
            }
            processor += call.processor();
            slow += call.age() > guard.limits().slow().toNanos() ? 1 : 0;
            look(guard, call);
        }
        guard.slowOnes(slow);
        if (guard.processorThisMinute(processor).compareTo(guard.limits().processor()) > 0) {
            guard.stop(
                    "it used more than " + guard.limits().processor().toSeconds() + " s of processor within a minute",
                    null);
        }
    }

    private static void look(PluginGuard guard, RunningCall call) {
        if (call.isOverdue()) {
            guard.late(call);
            call.interrupt();
        }
        if (call.age() > 2 * call.limit()) {
            guard.stop(
                    "a call (" + call.door() + ") has not ended for " + TimeUnit.NANOSECONDS.toSeconds(call.age())
                            + " s",
                    Blame.trace(call));
        }
        if (call.allocated() > guard.limits().bytes()) {
            guard.stop(
                    "one call (" + call.door() + ") allocated more than "
                            + (guard.limits().bytes() >> 20) + " MB",
                    Blame.trace(call));
            call.interrupt();
        }
        if (call.ignoresInterrupt()
                && call.age() > call.limit() + DEAF.toNanos() / guard.limits().hurry()
                && EXPENDABLE.contains(call.door())) {
            LastResort.end(guard, call);
        }
    }
}
