package org.preau.sso.cas;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of service tickets. */
@Component
public final class CasUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "sso_cas";
    }
}
