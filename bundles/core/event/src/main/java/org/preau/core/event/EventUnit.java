package org.preau.core.event;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of the events. */
@Component
public final class EventUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "event";
    }
}
