package org.preau.core.connect;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.base.Profile;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.persistence.testing.TestDatabase;

/** The gate through which facts about a pupil leave; one database a test class. */
abstract class GateWorld {
    static Tx tx;

    private static TestDatabase database;

    final ConnectWorld world = new ConnectWorld();
    final PortalSession pupil = world.sessions.signIn("zoe", Profile.STUDENT, world.school);
    final ReleaseGate gate = world.gate(tx, Clock.systemUTC());

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }
}
