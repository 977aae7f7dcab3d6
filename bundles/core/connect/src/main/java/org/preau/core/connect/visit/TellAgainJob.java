package org.preau.core.connect.visit;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;

/** Has services told again that did not answer, and those that a node which died had taken on; forgets old results. */
@Component
public final class TellAgainJob implements Job {
    private final ServiceTelling telling;
    private final SqlVisits visits;

    /** Made by the portal. */
    @Activate
    public TellAgainJob(@Reference ServiceTelling telling, @Reference SqlVisits visits) {
        this.telling = telling;
        this.visits = visits;
    }

    @Override
    public String name() {
        return "connect.signout";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofSeconds(30));
    }

    @Override
    public void run(String instance) {
        telling.tellDue();
        visits.forget();
    }
}
