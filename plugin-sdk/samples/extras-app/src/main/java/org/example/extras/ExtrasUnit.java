package org.example.extras;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of this application. */
@Component
public final class ExtrasUnit implements PersistenceUnit {
    static final String TARGET = "(preau.unit=extras_app)";

    @Override
    public String name() {
        return "extras_app";
    }
}
