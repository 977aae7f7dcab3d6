package org.preau.core.connect.request;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.connector.ConnectorRequests;

/** Who may ask for a connector: heads for their school, administrators over their perimeter, collectivities for theirs (3113-8). */
@Component
public final class RequestRule implements ActionRule {
    @Override
    public String action() {
        return ConnectorRequests.REQUEST;
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
