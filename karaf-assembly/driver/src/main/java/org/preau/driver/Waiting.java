package org.preau.driver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what the portal does in the background. */
public final class Waiting {
    private Waiting() {}

    public static void until(String what, Duration limit, Portal.Check check) {
        long end = System.nanoTime() + limit.toNanos();
        Throwable last = null;
        while (System.nanoTime() < end) {
            try {
                if (check.holds()) {
                    return;
                }
                last = null;
            } catch (Exception | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("not within " + limit.toSeconds() + " s: " + what, last);
    }
}
