package org.preau.core.connect.consent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.persistence.Tx;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.persistence.testing.TestDatabase;

/** A service that asks its users, anew for each test; one database a test class. */
public abstract class AskingForConsent {
    private static TestDatabase database;
    private static Tx tx;

    /** The service, its users and the pages on which they are asked. */
    protected ConsentWorld it;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void begin() throws Exception {
        it = new ConsentWorld(tx);
    }

    @AfterEach
    void end() {
        it.close();
    }
}
