package org.example.extras;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;

/** Forgets what is older than a year: once a day, on one node. */
@Component
public final class ForgetGreetings implements Job {
    private final Greetings greetings;

    /** Made by the portal. */
    @Activate
    public ForgetGreetings(@Reference Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public String name() {
        return "extras-app.forget";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(String instance) {
        greetings.forgetBefore(greetings.today().minusYears(1));
    }
}
