package org.preau.signin.agent;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of sign-ins under way at the counter of the State's staff. */
@Component
public final class AgentUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "signin_agent";
    }
}
