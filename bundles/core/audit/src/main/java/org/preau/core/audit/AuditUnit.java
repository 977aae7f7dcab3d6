package org.preau.core.audit;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of the audit trail. */
@Component
public final class AuditUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "audit";
    }
}
