package org.preau.core.containment;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a thread that spins in a plugin's own code for ever. Java has withdrawn this (it does nothing from Java 20 on) because an ended thread may leave what it was changing half changed; here it was in the plugin's code,
 * the plugin is stopped, and the processor it would eat is everybody's.
 */
final class LastResort {
    private static final Logger log = LoggerFactory.getLogger(LastResort.class);
    private static final long SPINNING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private LastResort() {}

    @SuppressWarnings({"deprecation", "removal"})
    static void end(PluginGuard guard, RunningCall call) {
        if (call.processor() < SPINNING_NANOS || !isInPlugin(guard, call)) {
            return;
        }
        guard.stop("a call (" + call.door() + ") spins and does not end", Blame.trace(call));
        try {
            call.thread().stop();
            log.error(
                    "Plugin {}: its thread {} span for {} s and was ended",
                    guard.name().symbolicName(),
                    call.thread().getName(),
                    TimeUnit.NANOSECONDS.toSeconds(call.age()));
        } catch (UnsupportedOperationException e) {
            log.debug("this Java machine cannot end a thread", e);
        }
    }

    /** Whether the innermost frame is the plugin's, twice: it does not just pass through. */
    private static boolean isInPlugin(PluginGuard guard, RunningCall call) {
        for (int i = 0; i < 2; i++) {
            StackTraceElement[] stack = call.thread().getStackTrace();
            if (stack.length == 0 || !guard.name().hasClass(stack[0].getClassName())) {
                return false;
            }
        }
        return !call.hasEnded();
    }
}
