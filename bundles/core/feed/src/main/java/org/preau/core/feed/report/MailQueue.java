package org.preau.core.feed.report;

import java.time.Clock;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.feed.FeedState;
import org.preau.api.job.Jobs;
import org.preau.core.feed.FeedSettings;

/** Has a mail sent when a run comes to rest, if anybody is to get one; joins the running transaction. Safe on any thread. */
@Component(service = MailQueue.class)
public final class MailQueue {
    /** Name of the job; its instance is the run's id and the state to tell of, joined by a colon. */
    static final String JOB = "feed.mail";

    private final FeedSettings settings;
    private final Jobs jobs;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public MailQueue(@Reference FeedSettings settings, @Reference Jobs jobs, @Reference Clock clock) {
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A run came to rest in that state. */
    public void announce(UUID id, FeedState state) {
        if (!settings.values().report_mail_to().isBlank()) {
            jobs.schedule(JOB, id + ":" + state, clock.instant());
        }
    }
}
