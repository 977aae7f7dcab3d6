package org.preau.core.saml;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of requests, parked proofs, visits and metadata. */
@Component
public final class SamlUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "saml";
    }
}
