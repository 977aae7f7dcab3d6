package org.preau.core.statistics;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.statistics.Statistics;

/** Who sees the figures of a structure: who runs, supervises or pays for it, and administrators. */
@Component
public final class ReadRule implements ActionRule {
    @Override
    public String action() {
        return Statistics.READ;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.HEAD, Profile.INSPECTOR, Profile.ADVISER, Profile.TERRITORY, Profile.ACADEMY);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML);
    }
}
