package org.preau.core.directory.identity;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.Identities;
import org.preau.api.job.Job;

/** Looks for duplicates among everybody, once a day. */
@Component
public final class DuplicatesJob implements Job {
    private final Identities identities;

    /** Takes its services. */
    @Activate
    public DuplicatesJob(@Reference Identities identities) {
        this.identities = identities;
    }

    @Override
    public String name() {
        return "directory.duplicates";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(String instance) {
        identities.find(Subject.SYSTEM, Optional.empty());
    }
}
