package org.preau.api.job;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Schedules jobs.
 *
 * @since 1.0
 */
@ProviderType
public interface Jobs {
    /**
     * Has the job {@code name} run at that time, once for each {@code instance}; joins the running transaction. Scheduling an instance again moves it.
     *
     * @param instance what the run is about, such as an identifier; at most 100 characters
     */
    void schedule(String name, String instance, Instant at);

    /** Takes back a scheduled run; nothing happens when there is none. */
    void cancel(String name, String instance);
}
