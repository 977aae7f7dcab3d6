package org.preau.signin.local;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of local credentials and counted attempts. */
@Component
public final class LocalUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "signin_local";
    }
}
