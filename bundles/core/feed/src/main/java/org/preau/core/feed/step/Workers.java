package org.preau.core.feed.step;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;

/** Takes runs on under their locks. Safe on any thread. */
@Component(service = Workers.class)
public final class Workers {
    private final Pipeline pipeline;
    private final RunLocks locks;
    private final RunStore runs;

    /** Takes its services. */
    @Activate
    public Workers(@Reference Pipeline pipeline, @Reference RunLocks locks, @Reference RunStore runs) {
        this.pipeline = pipeline;
        this.locks = locks;
        this.runs = runs;
    }

    /**
     * Takes a run on now, on this thread, after those that others work on.
     *
     * @param here where the archive is, when it is not in the store
     */
    public void now(UUID id, @Nullable Path here) {
        StoredRun run = runs.get(id);
        try (RunLocks.Held lock = locks.take(id, run.run().system(), run.checkOnly())) {
            pipeline.run(id, lock, here);
        }
    }

    /** Takes a run on unless somebody works on it or on another of its system; whether it did. */
    boolean ifFree(UUID id) {
        Optional<RunLocks.Held> taken = locks.tryTake(id, runs.get(id).run().system());
        if (taken.isEmpty()) {
            return false;
        }
        try (RunLocks.Held lock = taken.get()) {
            pipeline.run(id, lock, null);
            return true;
        }
    }

    /** Whether nobody works on it. */
    boolean isFree(UUID id) {
        return locks.isFree(id);
    }
}
