package org.preau.core.connect.request;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.connector.ConnectorRequests;

/** Who decides on requests: administrators of the academy. */
@Component
public final class ValidateRule implements ActionRule {
    @Override
    public String action() {
        return ConnectorRequests.VALIDATE;
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
