package org.preau.core.job;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.job.Job;

/**
 * Hands the jobs of all bundles to the scheduler. A component of its own: many jobs need {@code Jobs}, and a component that both gave {@code Jobs} and collected jobs would be asked for itself while it
 * begins; whoever asked then would be missing until the next start.
 */
@Component(
        service = {},
        immediate = true)
public final class JobWhiteboard {
    private final SchedulerJobs jobs;

    /** Begins to collect. */
    @Activate
    public JobWhiteboard(@Reference SchedulerJobs jobs) {
        this.jobs = jobs;
    }

    /** A bundle brings a job. */
    @Reference(service = Job.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindJob(Job job) {
        jobs.bindJob(job);
    }

    /** A bundle takes its job away; a run under way ends. */
    void unbindJob(Job job) {
        jobs.unbindJob(job);
    }
}
