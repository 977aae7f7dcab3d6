package org.preau.core.containment;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.containment.Quarantine;

/** Who may let a stopped plugin run again: administrators of the whole portal. */
@Component
public final class ReleaseRule implements ActionRule {
    @Override
    public String action() {
        return Quarantine.RELEASE;
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
