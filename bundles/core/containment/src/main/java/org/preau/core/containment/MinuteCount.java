package org.preau.core.containment;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up something within each minute of the clock. */
final class MinuteCount {
    private static final int BITS = 40;
    private static final long MASK = (1L << BITS) - 1;

    private final Clock clock;
    private final AtomicLong minuteAndSum = new AtomicLong();

    MinuteCount(Clock clock) {
        this.clock = clock;
    }

    /** Adds, and tells the sum of this minute. */
    long add(long amount) {
        long minute = clock.millis() / 60_000 & (1L << (Long.SIZE - 1 - BITS)) - 1;
        return minuteAndSum.updateAndGet(before -> before >>> BITS == minute
                        ? minute << BITS | Math.min(MASK, (before & MASK) + amount)
                        : minute << BITS | Math.min(MASK, amount))
                & MASK;
    }

    /** The sum of this minute. */
    long sum() {
        return add(0);
    }
}
