package org.preau.signin.local.credential;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;

/** Forgets counted attempts after a day. */
@Component
public final class ForgetAttemptsJob implements Job {
    private final GuardedDesk desk;

    /** For the service registry. */
    @Activate
    public ForgetAttemptsJob(@Reference GuardedDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "signin.local.forget-attempts";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String instance) {
        desk.forget();
    }
}
