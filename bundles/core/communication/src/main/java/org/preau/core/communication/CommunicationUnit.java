package org.preau.core.communication;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema {@code communication}; plain SQL, no entities. */
@Component
public final class CommunicationUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "communication";
    }
}
