package org.preau.core.job;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;

/**
 * Which run a row stands for. A run has two slots: while it is under way in the first, asking for it again takes the second.
 *
 * @param job name of the job
 * @param instance what the run is about, empty for a recurring run
 * @param slot {@code a} or {@code b}
 */
record RunKey(String job, String instance, char slot) {
    /** The one task db-scheduler knows: jobs come and go with their bundles, the scheduler stays. */
    static final String TASK = "job";

    private static final int LONGEST = 100;

    /** Checks lengths and characters. */
    RunKey {
        if (!job.matches("[a-zA-Z0-9._-]+") || instance.length() > LONGEST) {
            throw new IllegalArgumentException("job " + job + ", instance " + instance);
        }
    }

    /** The run in that row. */
    static RunKey of(TaskInstanceId row) {
        String id = row.getId();
        int colon = id.indexOf(':');
        return new RunKey(id.substring(0, colon), id.substring(colon + 3), id.charAt(colon + 1));
    }

    /** The row of this run. */
    TaskInstance<Void> row() {
        return new TaskInstance<>(TASK, job + ":" + slot + ":" + instance);
    }

    /** The same run in the other slot. */
    RunKey other() {
        return new RunKey(job, instance, slot == 'a' ? 'b' : 'a');
    }
}
