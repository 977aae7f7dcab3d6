package org.preau.signin.local;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.SettableClock;

/** A small school and the data of its counter, empty before each test; one database a test class. */
abstract class LocalSchoolWorld {
    static final String GOOD = "lampe-verte-ocean-nuage";

    static Tx tx;

    private static TestDatabase database;

    final SmallSchool school = new SmallSchool();
    final SettableClock clock = new SettableClock();

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new LocalUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        tx.writeSql(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("truncate signin_local.credential, signin_local.attempt,"
                        + " signin_local.step, signin_local.totp, signin_local.passkey, signin_local.recovery_code");
            }
        });
    }

    /** A counter whose hashes cost little, so that the tests are quick. */
    Counter counter(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("argon2_memory_kib", 256));
        all.putAll(settings);
        return new Counter(tx, school, clock, all);
    }
}
