package org.preau.core.admin.toggle;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of the toggles. */
@Component
public final class ToggleUnit implements PersistenceUnit {
    static final String NAME = "toggle";

    @Override
    public String name() {
        return NAME;
    }
}
