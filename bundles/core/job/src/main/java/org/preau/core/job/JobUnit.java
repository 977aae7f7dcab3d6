package org.preau.core.job;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of the jobs. */
@Component
public final class JobUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "job";
    }
}
