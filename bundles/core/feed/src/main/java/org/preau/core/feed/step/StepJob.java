package org.preau.core.feed.step;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;
import org.preau.api.job.Jobs;
import org.preau.core.feed.archive.Reception;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;

/** Takes one run on; waits for earlier ones of its system, without keeping a thread. */
@Component
public final class StepJob implements Job {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Workers workers;
    private final RunStore runs;
    private final Jobs jobs;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public StepJob(@Reference Workers workers, @Reference RunStore runs, @Reference Jobs jobs, @Reference Clock clock) {
        this.workers = workers;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Reception.STEP;
    }

    @Override
    public void run(String instance) {
        UUID id = UUID.fromString(instance);
        List<StoredRun> waiting = runs.unfinished();
        Optional<StoredRun> self =
                waiting.stream().filter(each -> each.id().equals(id)).findFirst();
        if (self.isEmpty()) {
            return;
        }
        boolean first = waiting.stream()
                .filter(each -> !each.checkOnly())
                .filter(each -> each.run().system().equals(self.get().run().system()))
                .findFirst()
                .filter(each -> each.id().equals(id))
                .isPresent();
        if (!first || !workers.ifFree(id)) {
            jobs.schedule(Reception.STEP, instance, clock.instant().plus(PAUSE));
        }
    }
}
