package org.preau.core.feed;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Who may see archives, their reviews and reports: the academy's own people, and administrators whose grant covers the academy. */
@Component
public final class FeedReadRule implements ActionRule {
    static final String ACTION = "feed.read";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.ACADEMY);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM);
    }
}
