package org.preau.core.personaldata;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of archives and erasures. */
@Component
public final class PersonalUnit implements PersistenceUnit {
    static final String TARGET = "(preau.unit=personaldata)";

    @Override
    public String name() {
        return "personaldata";
    }
}
