package org.preau.core.keys;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of the keys. */
@Component
public final class KeysUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "keys";
    }
}
