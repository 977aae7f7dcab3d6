package org.preau.apps.rentree.school;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.job.Jobs;

/** Has readiness computed after the directory changed: many changes in a short time are one run. */
@Component(service = PortalEventListener.class)
public final class DirectoryWatch implements PortalEventListener<DirectoryChanged> {
    /** After a feed people wait for the figures; single acts of heads are counted at once by the assistant itself. */
    private static final Duration AFTER_FEED = Duration.ofSeconds(20);

    private static final Duration AFTER_ACT = Duration.ofMinutes(10);
    private static final String ACT = "assignment";

    private final Jobs jobs;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public DirectoryWatch(@Reference Jobs jobs, @Reference Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<DirectoryChanged> type() {
        return DirectoryChanged.class;
    }

    @Override
    public void on(DirectoryChanged event) {
        long span = (event.cause().equals(ACT) ? AFTER_ACT : AFTER_FEED).toSeconds();
        long next = clock.instant().getEpochSecond() / span + 1;
        jobs.schedule(ReadinessJob.NAME, span + "-" + next, Instant.ofEpochSecond(next * span));
    }
}
