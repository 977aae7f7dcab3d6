package org.preau.api.containment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a plugin has taken and done on this node since its bundle started.
 *
 * @param plugin symbolic name of its bundle
 * @param version version of its bundle
 * @param shipped whether it came with the portal: then it is measured only
 * @param calls calls of the portal's that have ended
 * @param failures those that failed, or did not end in time
 * @param refused calls that were not made because it was stopped or busy
 * @param running calls that run now
 * @param time how long the calls took together
 * @param processor how much processor they used; zero for a shipped one
 * @param allocated bytes that they allocated together, most of them collected since
 * @param stop its quarantine, while it is in one
 * @param remains threads, timers and classes that earlier versions of it left behind
 * @since 1.0
 */
public record PluginState(
        String plugin,
        String version,
        boolean shipped,
        long calls,
        long failures,
        long refused,
        int running,
        Duration time,
        Duration processor,
        long allocated,
        Optional<Stop> stop,
        List<String> remains) {
    /** Keeps its own copy. */
    public PluginState {
        remains = List.copyOf(remains);
    }

    /**
     * A quarantine.
     *
     * @param since since when
     * @param until when it is tried again; one call is let through then
     * @param why one sentence for operators, in English
     * @param times how many times in a row it was stopped; each time lasts twice as long
     */
    public record Stop(Instant since, Instant until, String why, int times) {}
}
