package org.preau.signin.local.credential;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The statements on counted attempts. */
final class SqlAttempts {
    private SqlAttempts() {}

    /**
     * Attempts counted under a key.
     *
     * @param failures how many failed
     * @param last when the last one was
     * @param until until when the key is closed, null if it is open
     */
    record Row(int failures, Instant last, @Nullable Instant until) {}

    /** Counts one more in the running window, or the first in a new one; gives how many it holds. */
    static int countInWindow(Connection connection, String key, Instant now, Instant windowStart) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                """
                insert into signin_local.attempt as a (key, failures, since, last) values (?, 1, ?, ?)
                on conflict (key) do update set
                    failures = case when a.since < ? then 1 else a.failures + 1 end,
                    since = case when a.since < ? then excluded.since else a.since end,
                    last = excluded.last
                returning failures
                """)) {
            upsert.setString(1, key);
            upsert.setObject(2, SqlCredentials.time(now));
            upsert.setObject(3, SqlCredentials.time(now));
            upsert.setObject(4, SqlCredentials.time(windowStart));
            upsert.setObject(5, SqlCredentials.time(windowStart));
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The row of the key, made if it is missing, locked for this transaction. */
    static Row lock(Connection connection, String key, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into signin_local.attempt (key, failures, since, last) values (?, 0, ?, ?)
                on conflict (key) do nothing
                """)) {
            insert.setString(1, key);
            insert.setObject(2, SqlCredentials.time(now));
            insert.setObject(3, SqlCredentials.time(now));
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select failures, last, until from signin_local.attempt where key = ? for update")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Row(0, now, null);
                }
                OffsetDateTime until = row.getObject(3, OffsetDateTime.class);
                return new Row(
                        row.getInt(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        until == null ? null : until.toInstant());
            }
        }
    }

    static void update(Connection connection, String key, int failures, Instant now, @Nullable Instant until)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update signin_local.attempt set failures = ?, last = ?, until = ? where key = ?")) {
            update.setInt(1, failures);
            update.setObject(2, SqlCredentials.time(now));
            update.setObject(3, until == null ? null : SqlCredentials.time(until));
            update.setString(4, key);
            update.executeUpdate();
        }
    }

    static void takeBack(Connection connection, String key) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update signin_local.attempt set failures = greatest(failures - 1, 0), until = null where key = ?")) {
            update.setString(1, key);
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, String key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from signin_local.attempt where key = ?")) {
            delete.setString(1, key);
            delete.executeUpdate();
        }
    }

    static int forget(Connection connection, Instant lastBefore) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from signin_local.attempt where last < ?")) {
            delete.setObject(1, SqlCredentials.time(lastBefore));
            return delete.executeUpdate();
        }
    }
}
