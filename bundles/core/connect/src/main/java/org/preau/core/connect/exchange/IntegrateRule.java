package org.preau.core.connect.exchange;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Who sees how a connector is set up and what happens at it: administrators, and collectivities for their own services (3113-8). */
@Component
public final class IntegrateRule implements ActionRule {
    static final String ACTION = "connector.integrate";

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
        return Set.of(Role.ADM, Role.ADMC);
    }
}
