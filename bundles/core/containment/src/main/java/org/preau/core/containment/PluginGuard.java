package org.preau.core.containment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.containment.Containment.Act;
import org.preau.api.containment.Door;
import org.preau.api.containment.PluginState;
import org.preau.api.containment.StoppedPluginException;
import org.preau.api.containment.StoppedPluginException.Why;

/** What is known of one plugin since its bundle started or was updated, and whether it may be called. Safe on any thread. */
final class PluginGuard {
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(5);

    private final PluginName name;
    private final Limits limits;
    private final Clock clock;
    private final Breaker breaker;
    private final StopListener listener;
    private final OwnThreads threads;
    private final CallLedger.Entry ledger;
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger entered = new AtomicInteger();
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder processor = new LongAdder();
    private final LongAdder allocated = new LongAdder();
    private final MinuteCount processorMillis;
    private final Map<String, MinuteCount> counts = new ConcurrentHashMap<>();
    private volatile int slowOnes;
    private volatile long lastLateAt;

    /** Is told when a plugin is stopped. */
    interface StopListener {
        /** It is, from now on. */
        void stopped(PluginGuard guard, PluginState.Stop stop, @Nullable Throwable cause);
    }

    PluginGuard(PluginName name, Limits limits, Clock clock, StopListener listener, CallLedger.Entry ledger) {
        this.name = name;
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
        this.listener = listener;
        this.breaker = new Breaker(clock, limits);
        this.threads = new OwnThreads(name.symbolicName());
        this.processorMillis = new MinuteCount(clock);
    }

    PluginName name() {
        return name;
    }

    Breaker breaker() {
        return breaker;
    }

    Set<RunningCall> running() {
        return running;
    }

    /** Calls it: measured only when it came with the portal, else within its limits. */
    <T extends @Nullable Object, E extends Exception> T call(Door door, Act<T, E> act) throws E {
        if (name.shipped()) {
            return measured(act);
        }
        enter(door);
        try {
            return door.isAside() ? threads.call(this, door, act) : here(door, act);
        } finally {
            entered.decrementAndGet();
        }
    }

    private <T extends @Nullable Object, E extends Exception> T measured(Act<T, E> act) throws E {
        long begun = System.nanoTime();
        long before = Machine.allocated();
        try {
            return act.run();
        } catch (Throwable e) {
            if (Blame.isPlugins(e)) {
                failures.increment();
            }
            throw e;
        } finally {
            calls.increment();
            nanos.add(System.nanoTime() - begun);
            allocated.add(Machine.allocated() - before);
        }
    }

    private void enter(Door door) {
        if (!breaker.admits()) {
            refused.increment();
            throw new StoppedPluginException(name.symbolicName(), Why.STOPPED);
        }
        boolean full = entered.incrementAndGet() > limits.atOnce();
        if (full || slowOnes >= Limits.SLOW_AT_ONCE && !door.limit().isZero()) {
            entered.decrementAndGet();
            refuse();
        }
    }

    /** Too many calls run. */
    void refuse() {
        breaker.unused();
        refused.increment();
        throw new StoppedPluginException(name.symbolicName(), Why.BUSY);
    }

    /** Runs a call on this thread, which may be one of the plugin's own. */
    <T extends @Nullable Object, E extends Exception> T here(Door door, Act<T, E> act) throws E {
        RunningCall call = new RunningCall(door, limits.of(door));
        running.add(call);
        ledger.entered();
        @Nullable Throwable failure = null;
        try {
            return act.run();
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            ledger.left();
            running.remove(call);
            call.end();
            ended(call, failure);
        }
    }

    private void ended(RunningCall call, @Nullable Throwable failure) {
        calls.increment();
        nanos.add(call.age());
        long used = call.ownProcessor();
        processor.add(used);
        allocated.add(call.ownAllocated());
        long minute = processorMillis.add(TimeUnit.NANOSECONDS.toMillis(used));
        if (failure != null && Blame.isPlugins(failure)) {
            failed(failure);
        } else if (call.isOverdue()) {
            breaker.unused();
        } else {
            breaker.succeeded();
        }
        if (call.limit() > 0 && minute > limits.processor().toMillis()) {
            stop("it used more than " + limits.processor().toSeconds() + " s of processor within a minute", null);
        }
    }

    /** A call failed. */
    void failed(Throwable failure) {
        failures.increment();
        if (failure instanceof OutOfMemoryError) {
            stop("it used up the memory", failure);
        } else if (breaker.failed(calls.sum(), String.valueOf(failure))) {
            told(failure);
        }
    }

    /** A call is late: two of them within five minutes stop it. */
    void late(RunningCall call) {
        if (!call.late()) {
            return;
        }
        failures.increment();
        long now = clock.millis();
        boolean again = lastLateAt > 0 && now - lastLateAt < PATIENCE_MILLIS;
        lastLateAt = now;
        if (again || breaker.stop() != null) {
            stop(
                    "calls did not end in time, the last one (" + call.door() + ") within "
                            + TimeUnit.NANOSECONDS.toSeconds(call.limit()) + " s",
                    Blame.trace(call));
        }
    }

    /** Stops it. */
    void stop(String why, @Nullable Throwable cause) {
        if (!name.shipped() && breaker.stop(why)) {
            told(cause);
        }
    }

    /** Stops it for what it did before the restart. */
    void hold(String why, Duration length, int times) {
        breaker.hold(why, length, times);
        told(null);
    }

    private void told(@Nullable Throwable cause) {
        PluginState.Stop stop = breaker.stop();
        if (stop != null) {
            listener.stopped(this, stop, cause);
        }
    }

    /** The watchdog tells how many calls run for a while already. */
    void slowOnes(int number) {
        slowOnes = number;
    }

    /** Processor used in this minute, by calls that ended and by those that run. */
    Duration processorThisMinute(long ofRunningNanos) {
        return Duration.ofMillis(processorMillis.sum()).plusNanos(ofRunningNanos);
    }

    Limits limits() {
        return limits;
    }

    /** Counts something it does by itself. */
    void count(String what, int perMinute) {
        if (name.shipped()) {
            return;
        }
        if (isStopped()) {
            refused.increment();
            throw new StoppedPluginException(name.symbolicName(), Why.STOPPED);
        }
        if (breaker.stop() != null) {
            breaker.release();
        }
        long sum = counts.computeIfAbsent(what, key -> new MinuteCount(clock)).add(1);
        if (sum > 2L * perMinute) {
            stop("it floods the portal: more than " + 2 * perMinute + " " + what + " within a minute", null);
        }
        if (sum > perMinute) {
            refused.increment();
            throw new PortalException(
                    ErrorCode.TOO_MANY,
                    name.symbolicName() + ": more than " + perMinute + " " + what + " within a minute",
                    null);
        }
    }

    /** Whether it is not to be called now. */
    boolean isStopped() {
        PluginState.Stop stop = breaker.stop();
        return stop != null && clock.instant().isBefore(stop.until());
    }

    /** Its bundle has stopped: nothing of it is called any more. */
    void close() {
        threads.close();
        running.forEach(RunningCall::interrupt);
    }

    /** As operators see it. */
    PluginState state(List<String> remains) {
        return new PluginState(
                name.symbolicName(),
                name.version(),
                name.shipped(),
                calls.sum(),
                failures.sum(),
                refused.sum(),
                entered.get(),
                Duration.ofNanos(nanos.sum()),
                Duration.ofNanos(processor.sum()),
                allocated.sum(),
                Optional.ofNullable(breaker.stop()),
                remains);
    }
}
