package org.preau.core.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of the bundles that are here, and what becomes of a run. */
final class KnownJobs {
    private static final Logger log = LoggerFactory.getLogger(KnownJobs.class);
    private static final Duration UNTIL_BUNDLE_IS_BACK = Duration.ofSeconds(30);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LAST_RETRY = Duration.ofHours(1);
    private static final int DOUBLINGS = 12;

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Supplier<Containment> containment;

    KnownJobs(Clock clock, Supplier<Containment> containment) {
        this.clock = clock;
        this.containment = containment;
    }

    /** A job came; of two with one name the first serves. */
    void add(Job job) {
        if (jobs.putIfAbsent(job.name(), job) != null) {
            log.warn(
                    "Job {} is there twice: {} is passed over",
                    job.name(),
                    job.getClass().getName());
        }
    }

    /** A job went. */
    void remove(Job job) {
        jobs.remove(job.name(), job);
    }

    /** Those that are here. */
    Collection<Job> all() {
        return List.copyOf(jobs.values());
    }

    /** Runs what a row stands for; what is due while its bundle is away waits for it. */
    CompletionHandler<Void> run(TaskInstance<Void> row, ExecutionContext context) {
        RunKey key = RunKey.of(row);
        Job job = jobs.get(key.job());
        if (job == null) {
            return (done, row2) -> row2.reschedule(done, clock.instant().plus(UNTIL_BUNDLE_IS_BACK));
        }
        containment.get().run(job, Door.JOB, () -> job.run(key.instance()));
        Optional<Duration> every = key.instance().isEmpty() && key.slot() == 'a' ? job.every() : Optional.empty();
        return every.<CompletionHandler<Void>>map(period ->
                        (done, row2) -> row2.reschedule(done, clock.instant().plus(period)))
                .orElseGet(() -> (done, row2) -> row2.stop());
    }

    /** Has a run that failed tried again, later and later. */
    void failed(ExecutionComplete run, ExecutionOperations<Void> row) {
        RunKey key = RunKey.of(run.getExecution().taskInstance);
        int failures = run.getExecution().consecutiveFailures;
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        if (pause.compareTo(LAST_RETRY) > 0) {
            pause = LAST_RETRY;
        }
        log.error(
                "Job {} failed on '{}'; again in {}",
                key.job(),
                key.instance(),
                pause,
                run.getCause().orElse(null));
        row.reschedule(run, clock.instant().plus(pause));
    }
}
