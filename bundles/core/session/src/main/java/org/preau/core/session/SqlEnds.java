package org.preau.core.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.preau.api.persistence.Rows;
import org.preau.api.signin.SessionFilter;

/** The statements that end sessions: set-based, each gives back the sessions it ended. */
final class SqlEnds {
    private static final String END =
            "update session.portal_session set ended = ?, end_reason = ? where ended is null ";
    private static final String GIVE_BACK = " returning id";

    private SqlEnds() {}

    static List<UUID> one(Connection connection, Instant now, String reason, UUID id) throws SQLException {
        return end(connection, "and id = ?", now, reason, id);
    }

    static List<UUID> ofToken(Connection connection, Instant now, String reason, SessionToken token)
            throws SQLException {
        return end(connection, "and token_hash = ?", now, reason, token.hash().bytes());
    }

    static List<UUID> ofAccount(Connection connection, Instant now, String reason, UUID accountId) throws SQLException {
        return end(connection, "and account_id = ?", now, reason, accountId);
    }

    static List<UUID> ofDevice(Connection connection, Instant now, String reason, UUID deviceId) throws SQLException {
        return end(connection, "and device_id = ?", now, reason, deviceId);
    }

    private static final String FITS =
            """
            and (cardinality(?::uuid[]) = 0 or structure_id = any (?::uuid[]))
            and (cardinality(?::text[]) = 0 or profile = any (?::text[]))
            and (cardinality(?::text[]) = 0 or counter = any (?::text[]))
            """;

    /**
     * A session that ended.
     *
     * @param id which
     * @param accountId whose
     */
    record Ended(UUID id, UUID accountId) {}

    static List<Ended> where(Connection connection, Instant now, String reason, SessionFilter filter)
            throws SQLException {
        return Rows.list(
                connection,
                END + FITS + " returning id, account_id",
                row -> new Ended(Rows.uuid(row, "id"), Rows.uuid(row, "account_id")),
                now,
                reason,
                filter.structures(),
                filter.structures(),
                filter.profiles(),
                filter.profiles(),
                filter.counters(),
                filter.counters());
    }

    static int count(Connection connection, SessionFilter filter) throws SQLException {
        return (int) Rows.count(
                connection,
                "select count(*) from session.portal_session where ended is null " + FITS,
                filter.structures(),
                filter.structures(),
                filter.profiles(),
                filter.profiles(),
                filter.counters(),
                filter.counters());
    }

    static List<UUID> all(Connection connection, Instant now, String reason) throws SQLException {
        return end(connection, "", now, reason);
    }

    /** Ends some of the sessions whose time is over. */
    static List<UUID> overdue(Connection connection, Instant now, SessionLimits limits, int some) throws SQLException {
        Instant idle = now.minus(limits.idle()).minus(SessionLimits.WRITTEN_EVERY);
        return end(
                connection,
                """
                and id in (select id from session.portal_session
                           where ended is null and (last_act < ? or created < ?) limit ? for update skip locked)
                """,
                now,
                "time",
                SqlSessions.time(idle),
                SqlSessions.time(now.minus(limits.absolute())),
                some);
    }

    static int forget(Connection connection, Instant endedBefore) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from session.portal_session where ended < ?")) {
            delete.setObject(1, SqlSessions.time(endedBefore));
            return delete.executeUpdate();
        }
    }

    private static List<UUID> end(Connection connection, String which, Instant now, String reason, Object... arguments)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END + which + GIVE_BACK)) {
            update.setObject(1, SqlSessions.time(now));
            update.setString(2, reason);
            for (int i = 0; i < arguments.length; i++) {
                update.setObject(i + 3, arguments[i]);
            }
            List<UUID> ended = new ArrayList<>();
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    ended.add(rows.getObject(1, UUID.class));
                }
            }
            return ended;
        }
    }
}
