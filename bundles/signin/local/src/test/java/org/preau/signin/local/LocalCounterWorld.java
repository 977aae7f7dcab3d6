package org.preau.signin.local;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.ActivationSheets.Card;
import org.preau.core.persistence.testing.TestDatabase;

/** The counter of a small school with one teacher who has a password; one database a test class. */
abstract class LocalCounterWorld {
    static final String GOOD = "lampe-verte-ocean-nuage";

    static Tx tx;

    private static TestDatabase database;

    final SmallSchool school = new SmallSchool();
    final Ticking clock = new Ticking();
    Counter counter;
    Account teacher;

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
    void wire() {
        tx.writeSql(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "truncate signin_local.credential, signin_local.attempt, signin_local.step");
            }
        });
        counter = counter(Map.of());
        teacher = school.account("ada.martinez", Profile.TEACHER, AccountState.ACTIVE);
        counter.passwords.set(Subject.SYSTEM, teacher.id(), GOOD);
    }

    /** A counter whose hashes cost little, so that the tests are quick. */
    Counter counter(Map<String, Object> settings) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("argon2_memory_kib", 256));
        all.putAll(settings);
        return new Counter(tx, school, clock, all);
    }

    Card card(Account account) {
        return counter.sheets.cards(Subject.SYSTEM, school.school.id(), Optional.of("CP A")).stream()
                .filter(card -> card.accountId().equals(account.id()))
                .findFirst()
                .orElseThrow();
    }
}
