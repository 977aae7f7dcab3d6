package org.preau.core.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives.
 *
 * @param idle longest time without an act of its user
 * @param absolute longest time after sign-in
 */
record SessionLimits(Duration idle, Duration absolute) {
    /** An act is written to the database at most so often: what is written may be that much too old. */
    static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    SessionLimits {
        if (idle.compareTo(WRITTEN_EVERY) < 0 || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "idle " + idle + ", absolute " + absolute + ": want 1 min <= idle <= absolute");
        }
    }

    static SessionLimits of(SessionConfig config) {
        return new SessionLimits(Duration.ofMinutes(config.idle_minutes()), Duration.ofHours(config.absolute_hours()));
    }

    /** Whether a session opened and last used at these times still runs. */
    boolean running(Instant created, Instant lastAct, Instant now) {
        return now.isBefore(lastAct.plus(idle)) && now.isBefore(created.plus(absolute));
    }
}
