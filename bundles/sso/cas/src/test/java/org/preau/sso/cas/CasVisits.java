package org.preau.sso.cas;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Visits of services by CAS; one portal a test class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CasVisits {
    static final String SERVICE = CasWorld.SERVICE;
    CasWorld world;

    @BeforeAll
    void open() {
        world = new CasWorld();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void forget() {
        world.portal.audit.entries().clear();
    }
}
