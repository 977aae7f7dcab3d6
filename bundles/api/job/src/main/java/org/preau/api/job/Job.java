package org.preau.api.job;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A piece of work that can be scheduled by name. Register it as a service; what is due while its bundle is away runs when it is back.
 *
 * <pre>{@code
 * @Component
 * public final class PurgeNotes implements Job {
 *     public String name() { return "notes.purge"; }
 *     public Optional<Duration> every() { return Optional.of(Duration.ofHours(24)); }
 *     public void run(String instance) { store.purge(clock.instant()); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface Job {
    /** Unique name: {@code news.publish}. */
    String name();

    /** How often it runs by itself; nothing for a job that only runs when {@linkplain Jobs#schedule asked}. */
    default Optional<Duration> every() {
        return Optional.empty();
    }

    /**
     * Does the work, on a thread of the portal's, on one node. Run again after a failure, so it must be safe to repeat.
     *
     * @param instance what {@link Jobs#schedule} was told, empty for a recurring run
     */
    void run(String instance);
}
