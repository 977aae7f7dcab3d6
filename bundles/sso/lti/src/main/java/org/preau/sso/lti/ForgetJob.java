package org.preau.sso.lti;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;

/** Forgets tokens that are over, and scores of last year. */
@Component
public final class ForgetJob implements Job {
    private final SqlServiceTokens tokens;
    private final SqlRoster roster;

    /** Made by the portal. */
    @Activate
    public ForgetJob(@Reference SqlServiceTokens tokens, @Reference SqlRoster roster) {
        this.tokens = tokens;
        this.roster = roster;
    }

    @Override
    public String name() {
        return "lti.forget";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(6));
    }

    @Override
    public void run(String instance) {
        tokens.forget();
        roster.forget();
    }
}
