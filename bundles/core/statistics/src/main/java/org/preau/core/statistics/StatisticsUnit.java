package org.preau.core.statistics;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of figures. */
@Component
public final class StatisticsUnit implements PersistenceUnit {
    static final String TARGET = "(preau.unit=statistics)";

    @Override
    public String name() {
        return "statistics";
    }
}
