package org.preau.core.directory.identity;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.feed.FeedChanged;
import org.preau.api.feed.FeedState;
import org.preau.api.job.Jobs;

/** Has guardians looked at again when a feed was applied. */
@Component(service = PortalEventListener.class)
public final class FeedsListener implements PortalEventListener<FeedChanged> {
    private final Jobs jobs;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public FeedsListener(@Reference Jobs jobs, @Reference Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<FeedChanged> type() {
        return FeedChanged.class;
    }

    @Override
    public void on(FeedChanged event) {
        if (event.state() == FeedState.APPLIED) {
            jobs.schedule(GuardiansJob.NAME, "all", clock.instant());
        }
    }
}
