package org.preau.apps.rentree.school;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;

/** Writes down how far all schools are: soon after the directory changed, and every few hours for what nobody tells (first sign-ins). */
@Component
public final class ReadinessJob implements Job {
    static final String NAME = "rentree.readiness";

    private final ReadinessBook book;

    /** Made by the portal. */
    @Activate
    public ReadinessJob(@Reference ReadinessBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(3));
    }

    @Override
    public void run(String instance) {
        book.write(Optional.empty());
    }
}
