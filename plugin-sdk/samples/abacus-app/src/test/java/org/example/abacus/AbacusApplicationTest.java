package org.example.abacus;

import org.preau.api.app.PortalApplication;
import org.preau.testkit.contract.PortalApplicationContract;

/** The contract of applications; what happens in the browser is seen in a browser. */
class AbacusApplicationTest extends PortalApplicationContract {
    @Override
    protected PortalApplication application() {
        return new AbacusApplication((anchor, file) -> "/res/abacus-app/1.0.0/" + file);
    }
}
