package org.preau.core.containment;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.preau.api.containment.Door;

/** One call of a plugin while it runs. Made by the thread that runs it, looked at by the watchdog. */
final class RunningCall {
    private final Door door;
    private final long limit;
    private final Thread thread = Thread.currentThread();
    private final long begun = System.nanoTime();
    private final long processorBefore = Machine.processor();
    private final long allocatedBefore = Machine.allocated();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNS);
    private final AtomicBoolean late = new AtomicBoolean();

    private enum State {
        RUNS,
        INTERRUPTING,
        INTERRUPTED,
        ENDED
    }

    /**
     * A call that begins now, on this thread.
     *
     * @param limit how long it may take; zero: as long as it takes
     */
    RunningCall(Door door, Duration limit) {
        this.door = door;
        this.limit = limit.toNanos();
    }

    Door door() {
        return door;
    }

    /** How long it may take, in nanoseconds; zero: as long as it takes. */
    long limit() {
        return limit;
    }

    Thread thread() {
        return thread;
    }

    /** How long it runs, in nanoseconds. */
    long age() {
        return System.nanoTime() - begun;
    }

    /** What it has used of the processor, asked by any thread. */
    long processor() {
        return Math.max(0, Machine.processor(thread) - processorBefore);
    }

    /** What it has allocated, asked by any thread. */
    long allocated() {
        return Math.max(0, Machine.allocated(thread) - allocatedBefore);
    }

    /** What it has used of the processor, asked by its own thread. */
    long ownProcessor() {
        return Machine.processor() - processorBefore;
    }

    /** What it has allocated, asked by its own thread. */
    long ownAllocated() {
        return Machine.allocated() - allocatedBefore;
    }

    /** Whether it has run longer than calls by its door may. */
    boolean isOverdue() {
        return limit > 0 && age() > limit;
    }

    /** Notes that it is late; true the first time. */
    boolean late() {
        return late.compareAndSet(false, true);
    }

    /** Whether it was interrupted and runs on. */
    boolean ignoresInterrupt() {
        return state.get() == State.INTERRUPTED;
    }

    /** Wakes its thread, if it still runs the call. */
    void interrupt() {
        if (state.compareAndSet(State.RUNS, State.INTERRUPTING)) {
            thread.interrupt();
            state.set(State.INTERRUPTED);
        }
    }

    /** The call is over: no interrupt of ours reaches what the thread does next. Called by its thread. */
    void end() {
        if (!state.compareAndSet(State.RUNS, State.ENDED)) {
            while (state.get() == State.INTERRUPTING) {
                Thread.onSpinWait();
            }
            boolean unused = Thread.interrupted();
            state.set(State.ENDED);
        }
    }

    /** Whether its thread has left it. */
    boolean hasEnded() {
        return state.get() == State.ENDED;
    }
}
