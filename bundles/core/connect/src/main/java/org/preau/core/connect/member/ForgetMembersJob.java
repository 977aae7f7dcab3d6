package org.preau.core.connect.member;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;

/** Forgets once a day who has not gone to a service for a year. */
@Component
public final class ForgetMembersJob implements Job {
    private final SqlMembers members;

    /** Made by the portal. */
    @Activate
    public ForgetMembersJob(@Reference SqlMembers members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "connect.members";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(String instance) {
        members.forget();
    }
}
