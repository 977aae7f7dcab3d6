package org.preau.core.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.containment.Containment;
import org.preau.api.job.Job;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs by db-scheduler, on the table {@code job.run}. A node that dies leaves its runs to the others within a minute. */
@Component(
        service = {Jobs.class, SchedulerJobs.class},
        immediate = true)
public final class SchedulerJobs implements Jobs {
    private static final Logger log = LoggerFactory.getLogger(SchedulerJobs.class);
    private static final String TABLE = "job.run";
    private static final int THREADS = 3;
    private static final int MISSED_HEARTBEATS = 4;
    private static final int SECONDS_BETWEEN_LOOKS = 3;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Tx tx;
    private final Clock clock;
    private final KnownJobs jobs;
    private final Scheduler scheduler;
    private final SchedulerClient client;
    private final RecurringJobs recurring;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "preau-jobs"));
    private final ScheduledFuture<?> look;
    private boolean resting;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    /** Starts to look for due runs; nothing here waits for the database. */
    @Activate
    public SchedulerJobs(
            @Reference(target = "(preau.unit=job)") Tx tx, @Reference Database database, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
        this.jobs = new KnownJobs(clock, () -> Containment.orNone(containment));
        CustomTask<Void> task = Tasks.custom(RunKey.TASK, Void.class)
                .onFailure(jobs::failed)
                .onDeadExecutionRevive()
                .execute(jobs::run);
        this.scheduler = Scheduler.create(database.dataSource(), task)
                .tableName(TABLE)
                .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
                .jdbcCustomization(customization())
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .build();
        this.client = SchedulerClient.Builder.create(database.dataSource(), task)
                .tableName(TABLE)
                .jdbcCustomization(customization())
                .build();
        this.recurring = new RecurringJobs(tx, client, clock);
        scheduler.start();
        this.look = looks.scheduleWithFixedDelay(this::lookAround, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @Override
    public void schedule(String name, String instance, Instant at) {
        RunKey run = new RunKey(name, instance, 'a');
        tx.writeSql(connection -> {
            try {
                move(run, at);
            } catch (TaskInstanceCurrentlyExecutingException e) {
                log.debug("{} runs now: scheduled once more", run, e);
                move(run.other(), at);
            }
            return true;
        });
        if (!at.isAfter(clock.instant())) {
            tx.afterCommit(scheduler::triggerCheckForDueExecutions);
        }
    }

    @Override
    public void cancel(String name, String instance) {
        RunKey run = new RunKey(name, instance, 'a');
        tx.writeSql(connection -> {
            take(run);
            take(run.other());
            return true;
        });
    }

    /** A bundle brings a job. */
    void bindJob(Job job) {
        jobs.add(job);
    }

    /** A bundle takes its job away; a run under way ends. */
    void unbindJob(Job job) {
        jobs.remove(job);
    }

    /** Ends; runs under way get a few seconds. */
    @Deactivate
    void stop() {
        look.cancel(false);
        looks.shutdown();
        scheduler.stop();
    }

    private void move(RunKey run, Instant at) {
        client.schedule(run.row(), at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    private void take(RunKey run) {
        try {
            client.cancel(run.row());
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
            log.debug("nothing to take back: {}", run, e);
        }
    }

    /** While the database is away the scheduler rests: it would log each try. */
    private void lookAround() {
        try {
            recurring.schedule(jobs.all());
            if (resting) {
                resting = false;
                scheduler.resume();
            }
        } catch (PortalException e) {
            if (e.code() == ErrorCode.UNAVAILABLE && !resting) {
                resting = true;
                scheduler.pause();
            }
            log.debug("recurring jobs are looked at again later", e);
        } catch (RuntimeException e) {
            log.error("recurring jobs cannot be scheduled", e);
        }
    }

    private static PostgreSqlJdbcCustomization customization() {
        return new PostgreSqlJdbcCustomization(false, false);
    }
}
