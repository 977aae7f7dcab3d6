package org.preau.core.extensions;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of what is known about extensions. */
@Component
public final class ExtensionsUnit implements PersistenceUnit {
    /** Its name. */
    static final String NAME = "extensions";

    @Override
    public String name() {
        return NAME;
    }
}
