package org.preau.core.directory;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema {@code directory}; plain SQL, no entities. */
@Component
public final class DirectoryUnit implements PersistenceUnit {
    /** Name of the unit and of its schema. */
    public static final String NAME = "directory";

    @Override
    public String name() {
        return NAME;
    }
}
