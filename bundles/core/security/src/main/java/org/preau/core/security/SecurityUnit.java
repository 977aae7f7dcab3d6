package org.preau.core.security;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of closed counters and of what was noticed. */
@Component
public final class SecurityUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "security";
    }
}
