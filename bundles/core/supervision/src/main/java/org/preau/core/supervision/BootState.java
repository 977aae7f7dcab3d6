package org.preau.core.supervision;

import java.util.List;
import java.util.function.Supplier;
import org.preau.api.supervision.HealthCheck.Health;

/**
 * Whether everything the portal boots with has started. Counts until it has once: a bundle that stops later, or is being updated, takes nobody else down. Safe on any thread.
 */
final class BootState {
    private final Supplier<Boolean> booted;
    private final Supplier<List<String>> idle;
    private volatile boolean done;

    /**
     * Looks at a starting portal.
     *
     * @param booted whether all boot features are installed
     * @param idle bundles that should be active and are not
     */
    BootState(Supplier<Boolean> booted, Supplier<List<String>> idle) {
        this.booted = booted;
        this.idle = idle;
    }

    /** How the start goes, or which bundles are idle now. */
    Health health() {
        if (!done && !booted.get()) {
            return Health.down("still starting");
        }
        List<String> waiting = idle.get();
        done = done || waiting.isEmpty();
        return waiting.isEmpty() ? Health.UP : Health.down("not active: " + String.join(", ", waiting));
    }

    /** Whether everything had started once. */
    boolean done() {
        return done;
    }
}
