package org.preau.core.session;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of sessions and accepted charters. */
@Component
public final class SessionUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "session";
    }
}
