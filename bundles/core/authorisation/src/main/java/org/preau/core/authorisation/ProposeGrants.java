package org.preau.core.authorisation;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.job.Jobs;

/** Has the proposals worked out again a little after the directory changed: once for many changes, on one node. */
@Component(service = PortalEventListener.class)
public final class ProposeGrants implements PortalEventListener<DirectoryChanged> {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public ProposeGrants(@Reference Jobs jobs, @Reference Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<DirectoryChanged> type() {
        return DirectoryChanged.class;
    }

    @Override
    public void on(DirectoryChanged event) {
        if (!event.cause().startsWith("group.") && !event.cause().equals("assignment")) {
            jobs.schedule(ProposeGrantsJob.NAME, "", clock.instant().plus(LATER));
        }
    }
}
