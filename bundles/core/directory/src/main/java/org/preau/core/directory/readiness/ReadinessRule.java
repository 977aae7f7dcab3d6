package org.preau.core.directory.readiness;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.readiness.Readiness;

/** Who may see what is missing in a school: its head, those who answer for it from above, administrators over their perimeter. */
@Component
public final class ReadinessRule implements ActionRule {
    @Override
    public String action() {
        return Readiness.READ;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.HEAD, Profile.INSPECTOR, Profile.ADVISER, Profile.ACADEMY);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML);
    }
}
