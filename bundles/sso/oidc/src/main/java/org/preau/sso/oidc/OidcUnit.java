package org.preau.sso.oidc;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of codes and tokens. */
@Component
public final class OidcUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "sso_oidc";
    }
}
