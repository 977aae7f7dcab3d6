package org.preau.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until the test moves it: Monday 23 November 2026, 9:00 UTC at first. */
public final class SettableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

    /** A clock that stands at that time. */
    public static SettableClock at(Instant time) {
        SettableClock clock = new SettableClock();
        clock.set(time);
        return clock;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Sets the time. */
    public void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = () -> now;
        return source.withZone(zone);
    }
}
