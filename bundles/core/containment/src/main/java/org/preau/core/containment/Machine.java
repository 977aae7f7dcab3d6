package org.preau.core.containment;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** What the Java machine measures of its threads; zero where it does not. */
final class Machine {
    private static final @Nullable ThreadMXBean THREADS =
            ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads ? threads : null;

    private Machine() {}

    /** Bytes that the calling thread has ever allocated. */
    static long allocated() {
        return THREADS == null ? 0 : Math.max(0, THREADS.getCurrentThreadAllocatedBytes());
    }

    /** Bytes that a thread has ever allocated. */
    static long allocated(Thread thread) {
        return THREADS == null ? 0 : Math.max(0, THREADS.getThreadAllocatedBytes(thread.getId()));
    }

    /** Nanoseconds of processor that the calling thread has used. */
    static long processor() {
        return THREADS == null ? 0 : Math.max(0, THREADS.getCurrentThreadCpuTime());
    }

    /** Nanoseconds of processor that a thread has used. */
    static long processor(Thread thread) {
        return THREADS == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
    }
}
