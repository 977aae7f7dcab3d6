package org.preau.core.connect.exchange;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.persistence.Tx;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.SettableClock;

/** What services and the portal told each other; one database a test class, empty after each test. */
abstract class ExchangeWorld {
    static TestDatabase database;
    static Tx tx;

    final SettableClock clock = SettableClock.at(Instant.parse("2026-11-23T08:30:00Z"));
    final SqlExchanges store = new SqlExchanges(tx, clock);
    final BufferedExchanges exchanges = new BufferedExchanges(store);

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @AfterEach
    void close() {
        exchanges.close();
        tx.writeSql(connection -> connection.createStatement().executeUpdate("delete from connect.exchange"));
    }
}
