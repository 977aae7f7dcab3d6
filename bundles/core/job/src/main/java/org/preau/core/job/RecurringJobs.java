package org.preau.core.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.preau.api.job.Job;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that each recurring job has its next run. Used by one thread. */
final class RecurringJobs {
    private static final Logger log = LoggerFactory.getLogger(RecurringJobs.class);

    private final Tx tx;
    private final SchedulerClient client;
    private final Clock clock;
    private Map<String, Job> done = new HashMap<>();

    RecurringJobs(Tx tx, SchedulerClient client, Clock clock) {
        this.tx = tx;
        this.client = client;
        this.clock = clock;
    }

    /**
     * Schedules those that came since the last look, at once if they never ran; one whose period got shorter is drawn nearer. Throws {@code UNAVAILABLE} while the
     * database is away, new jobs or not.
     */
    void schedule(Collection<Job> jobs) {
        tx.readSql(Connection::isReadOnly);
        Map<String, Job> looked = new HashMap<>();
        for (Job job : jobs) {
            if (done.get(job.name()) != job) {
                job.every()
                        .ifPresent(
                                period -> schedule(job.name(), clock.instant().plus(period)));
            }
            looked.put(job.name(), job);
        }
        done = looked;
    }

    private void schedule(String name, Instant latest) {
        TaskInstance<Void> row = new RunKey(name, "", 'a').row();
        tx.writeSql(connection -> {
            boolean fresh = client.scheduleIfNotExists(row, clock.instant());
            if (!fresh
                    && client.getScheduledExecution(row)
                            .filter(known -> !known.isPicked()
                                    && known.getExecutionTime().isAfter(latest))
                            .isPresent()) {
                drawNearer(row, latest);
            }
            return true;
        });
    }

    private void drawNearer(TaskInstance<Void> row, Instant latest) {
        try {
            client.reschedule(row, latest);
        } catch (TaskInstanceException e) {
            log.debug("{} began meanwhile", row, e);
        }
    }
}
