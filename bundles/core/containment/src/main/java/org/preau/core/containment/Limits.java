package org.preau.core.containment;

import java.time.Duration;
import org.preau.api.containment.Door;

/**
 * How much one plugin may do.
 *
 * @param atOnce calls at once
 * @param failures within a minute, when at least half of the calls fail
 * @param processor within a minute
 * @param firstStop how long it is stopped the first time
 * @param bytes that one call may allocate
 * @param hurry divides how long calls may take; 1 but in tests
 */
record Limits(int atOnce, int failures, Duration processor, Duration firstStop, long bytes, int hurry) {
    /** Calls that are running for a while already; as many of them as this keep further ones out. */
    static final int SLOW_AT_ONCE = 2;

    /** Threads of a plugin's own for the calls that run aside. */
    static final int THREADS = 16;

    static Limits of(ContainmentConfig config) {
        return new Limits(
                config.calls_at_once(),
                config.failures(),
                Duration.ofSeconds(config.processor_seconds()),
                Duration.ofSeconds(config.stop_seconds()),
                Runtime.getRuntime().maxMemory(),
                1);
    }

    /** How long a call by that door may take; zero: as long as it takes. */
    Duration of(Door door) {
        return door.limit().dividedBy(hurry);
    }

    /** What counts as running for a while. */
    Duration slow() {
        return Duration.ofSeconds(2).dividedBy(hurry);
    }
}
