package org.preau.testkit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.preau.api.job.Jobs;

/** Keeps what was scheduled; runs nothing: a test calls the job itself. */
public final class FakeJobs implements Jobs {
    private final Map<String, Instant> scheduled = new TreeMap<>();

    @Override
    public void schedule(String name, String instance, Instant at) {
        scheduled.put(name + " " + instance, at);
    }

    @Override
    public void cancel(String name, String instance) {
        scheduled.remove(name + " " + instance);
    }

    /** When each is due, by the name of the job, a space, and the instance. */
    public Map<String, Instant> scheduled() {
        return Map.copyOf(scheduled);
    }
}
