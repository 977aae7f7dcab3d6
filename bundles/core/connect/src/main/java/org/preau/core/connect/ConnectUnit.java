package org.preau.core.connect;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of identifiers given out to connectors. */
@Component
public final class ConnectUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "connect";
    }
}
