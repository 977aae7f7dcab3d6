package org.preau.sso.oidc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Services by OpenID Connect, and a browser that visits them; one portal a test class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OidcVisits {
    OidcWorld world;
    Browser browser;

    @BeforeAll
    void open() {
        world = new OidcWorld();
        browser = world.browser;
    }

    @AfterAll
    void close() {
        world.close();
    }
}
