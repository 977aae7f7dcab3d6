package org.preau.apps.rentree.school;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema {@code rentree}; plain SQL, no entities. */
@Component
public final class RentreeUnit implements PersistenceUnit {
    /** Name of unit and schema. */
    public static final String NAME = "rentree";

    /** Selects this unit's transactions. */
    public static final String TARGET = "(preau.unit=" + NAME + ")";

    @Override
    public String name() {
        return NAME;
    }
}
