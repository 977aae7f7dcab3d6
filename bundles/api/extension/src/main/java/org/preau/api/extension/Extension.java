package org.preau.api.extension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An extension as administrators see it.
 *
 * @param jar what the framework knows
 * @param source the way it came
 * @param since when this version came; null for the distribution's, and where it is not known
 * @param contributes what it brings
 * @param errors the latest faults of its applications on this node, the newest first, at most twenty
 * @param usage what calls into it took on this node; null where nobody measures it, or it was never called
 * @since 1.0
 */
public record Extension(
        InstalledJar jar,
        ExtensionSource source,
        @Nullable Instant since,
        List<Contribution> contributes,
        List<Fault> errors,
        @Nullable Usage usage) {
    /** Keeps its own copies. */
    public Extension {
        contributes = List.copyOf(contributes);
        errors = List.copyOf(errors);
    }

    /** Its symbolic name. */
    public String id() {
        return jar.id();
    }

    /**
     * What the portal's calls into an extension took since its bundle started.
     *
     * @param calls how many have ended
     * @param failures how many failed or did not end in time
     * @param time how long they took together
     * @param stopped why it is stopped at the moment, for operators; empty while it is not
     */
    public record Usage(long calls, long failures, Duration time, String stopped) {}

    /**
     * A fault, as {@code preau:fault-list} shows it.
     *
     * @param reference the number that the user was shown
     * @param at when
     * @param what type and message
     */
    public record Fault(String reference, Instant at, String what) {}
}
