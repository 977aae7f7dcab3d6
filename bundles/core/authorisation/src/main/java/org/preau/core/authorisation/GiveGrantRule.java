package org.preau.core.authorisation;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Administrators give grants over their perimeter, never more than they hold (621A). */
@Component
public final class GiveGrantRule implements ActionRule {
    @Override
    public String action() {
        return GrantRegister.GIVE;
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
