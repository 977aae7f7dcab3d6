package org.preau.core.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** The statements on accepted charters (213). */
final class SqlCharters {
    private SqlCharters() {}

    /** Notes an acceptance; gives false when this version was accepted before. */
    static boolean accept(Connection connection, UUID accountId, String version, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into session.charter_acceptance (account_id, version, accepted) values (?, ?, ?)
                on conflict do nothing
                """)) {
            insert.setObject(1, accountId);
            insert.setString(2, version);
            insert.setObject(3, SqlSessions.time(at));
            return insert.executeUpdate() == 1;
        }
    }
}
