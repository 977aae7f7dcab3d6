package org.preau.core.session;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.Exchange;
import org.preau.testkit.SettableClock;

/** A portal node and a teacher of its school; one database a test class, empty before each test. */
abstract class SessionWorld {
    static TestDatabase database;
    static Tx tx;

    @TempDir
    Path etc;

    final SmallDirectory directory = new SmallDirectory();
    final SettableClock clock = new SettableClock();
    Node node;
    Account teacher;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new SessionUnit());
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
                        "truncate session.portal_session, session.charter_acceptance, session.last_context, session.device");
            }
        });
        node = node(Map.of());
        teacher = directory.account(Profile.TEACHER, AccountState.ACTIVE, directory.north);
    }

    Node node(Map<String, Object> settings) {
        return new Node(tx, directory, clock, etc, settings);
    }

    Exchange signedIn(Account account, String returnTo) throws IOException {
        node.desk.acceptCharter(account.id());
        return node.proven(Exchange.post("/signin/local"), account.id(), returnTo);
    }

    Optional<PortalSession> current(Exchange signedIn) {
        return node.sessions.current(Exchange.get("/").after(signedIn).request());
    }

    static String text(Connection connection, String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
