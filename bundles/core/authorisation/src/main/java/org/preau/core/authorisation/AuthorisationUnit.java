package org.preau.core.authorisation;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema {@code authorisation}; plain SQL, no entities. */
@Component
public final class AuthorisationUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "authorisation";
    }
}
