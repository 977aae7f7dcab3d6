package org.preau.core.security;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.signin.Switchboard;

/** Who may act on the switchboard: administrators, over their perimeter. */
@Component
public final class SwitchRule implements ActionRule {
    @Override
    public String action() {
        return Switchboard.ACT;
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
