package org.preau.core.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends in bulk the sessions whose time is over, and forgets old ones. */
@Component(configurationPid = "org.preau.core.session")
public final class ExpiryJob implements Job {
    private static final Logger log = LoggerFactory.getLogger(ExpiryJob.class);

    private final SessionEnds ends;
    private volatile SessionLimits limits;
    private volatile Duration kept;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public ExpiryJob(SessionConfig config, @Reference SessionEnds ends) {
        this(config, ends, Clock.systemUTC());
    }

    ExpiryJob(SessionConfig config, SessionEnds ends, Clock clock) {
        this.ends = ends;
        this.limits = SessionLimits.of(config);
        this.kept = Duration.ofDays(config.keep_days());
        this.clock = clock;
    }

    /** Takes changed settings without going away: nobody who uses this notices. */
    @Modified
    void modified(SessionConfig config) {
        limits = SessionLimits.of(config);
        kept = Duration.ofDays(config.keep_days());
    }

    @Override
    public String name() {
        return "session.expire";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofMinutes(1));
    }

    @Override
    public void run(String instance) {
        int total = 0;
        for (int ended = ends.overdue(limits); ended > 0; ended = ends.overdue(limits)) {
            total += ended;
        }
        if (total > 0) {
            log.info("{} sessions ended: their time was over", total);
        }
        ends.forget(clock.instant().minus(kept));
    }
}
