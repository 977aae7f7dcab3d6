package org.preau.core.feed.step;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.feed.FeedState;
import org.preau.api.job.Job;
import org.preau.api.job.Jobs;
import org.preau.core.feed.archive.Reception;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up again what a dead node, or a killed command, left on its way: whose lock is free is worked on by nobody. */
@Component
public final class RecoverJob implements Job {
    private static final Logger log = LoggerFactory.getLogger(RecoverJob.class);

    /** A command has so long from writing its run to locking it. */
    private static final Duration BEGINNING = Duration.ofMinutes(1);

    private final Workers workers;
    private final RunStore runs;
    private final Jobs jobs;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public RecoverJob(
            @Reference Workers workers, @Reference RunStore runs, @Reference Jobs jobs, @Reference Clock clock) {
        this.workers = workers;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feed.recover";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofSeconds(5));
    }

    @Override
    public void run(String instance) {
        for (StoredRun each : runs.unfinished()) {
            if (workers.isFree(each.id())) {
                takeUp(each);
            }
        }
    }

    private void takeUp(StoredRun run) {
        if (run.checkOnly()) {
            if (run.run().received().isAfter(clock.instant().minus(BEGINNING))) {
                return;
            }
            runs.end(
                    run.id(),
                    EnumSet.of(FeedState.RECEIVED, FeedState.CHECKING),
                    FeedState.FAILED,
                    "the command that checked it was interrupted");
            return;
        }
        if (run.run().state() != FeedState.RECEIVED) {
            log.info(
                    "Run {} of {} was interrupted: it begins again",
                    run.id(),
                    run.run().system());
        }
        jobs.schedule(Reception.STEP, run.id().toString(), clock.instant());
    }
}
