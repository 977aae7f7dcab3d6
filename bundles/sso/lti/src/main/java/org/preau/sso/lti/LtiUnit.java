package org.preau.sso.lti;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of picked resources. */
@Component
public final class LtiUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "sso_lti";
    }
}
