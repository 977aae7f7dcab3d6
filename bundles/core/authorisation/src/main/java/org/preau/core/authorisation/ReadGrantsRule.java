package org.preau.core.authorisation;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Administrators read the grants of their perimeter. */
@Component
public final class ReadGrantsRule implements ActionRule {
    @Override
    public String action() {
        return GrantRegister.READ;
    }

    @Override
    public Set<Profile> members() {
        return Set.of();
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML);
    }
}
