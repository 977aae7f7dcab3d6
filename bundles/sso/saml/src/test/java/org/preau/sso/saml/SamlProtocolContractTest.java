package org.preau.sso.saml;

import org.junit.jupiter.api.AfterEach;
import org.preau.api.connector.Connector;
import org.preau.api.connector.SsoProtocol;
import org.preau.testkit.contract.SsoProtocolContract;

class SamlProtocolContractTest extends SsoProtocolContract {
    private final SamlWorld world = new SamlWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected SsoProtocol protocol() {
        return new SamlProtocol(world.logout);
    }

    @Override
    protected Connector connector() {
        return world.portal.catalogue.byId("quiz").orElseThrow();
    }
}
