package org.preau.signin.educonnect;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.signin.SignInCounter;
import org.preau.core.connect.testing.FakeStructures;
import org.preau.core.saml.testing.CounterWorld;
import org.preau.testkit.contract.SignInCounterContract;

class EduConnectCounterContractTest extends SignInCounterContract {
    private static CounterWorld world;

    private EduConnectEndpoint counter;

    @BeforeAll
    static void start() {
        world = new CounterWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void open() {
        Families families = new Families();
        counter = new EduConnectEndpoint(
                new Settings(world.metadata.toString(), ""),
                world.counters,
                families,
                families.directory(),
                new FakeStructures(),
                world);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Override
    protected SignInCounter counter() {
        return counter;
    }
}
