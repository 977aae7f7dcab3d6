package org.preau.core.connect.request;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.connector.ConnectorRequests;

/** Who opens an accepted connector to a structure: its head, its administrators, the collectivity for its schools. */
@Component
public final class OpenRule implements ActionRule {
    @Override
    public String action() {
        return ConnectorRequests.OPEN;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.HEAD);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML, Role.ADMC);
    }
}
