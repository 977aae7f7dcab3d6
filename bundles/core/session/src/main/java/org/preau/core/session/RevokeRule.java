package org.preau.core.session;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Who may end other people's sessions: administrators, over their perimeter. */
@Component
public final class RevokeRule implements ActionRule {
    static final String ACTION = "session.revoke";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Set<Profile> members() {
        return Set.of();
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM);
    }
}
