package org.preau.core.persistence.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Waits for what another thread or process does: as short as possible, and on a busy machine as long as it takes. */
public final class Soon {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private Soon() {}

    /** Returns when it holds; fails when it does not after a long while. */
    public static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not: " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Looks again and again until what is seen is as wanted, and gives that; fails with what was seen last when it is not after a long while. */
    public static <T> T seen(Callable<T> look, Predicate<T> wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        T seen = look.call();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still only: " + seen);
            }
            LockSupport.parkNanos(PAUSE);
            seen = look.call();
        }
        return seen;
    }
}
