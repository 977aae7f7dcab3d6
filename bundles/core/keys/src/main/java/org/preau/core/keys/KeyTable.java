package org.preau.core.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.TreeMap;

/** The table {@code keys.key_version}. */
final class KeyTable {
    private static final long LOCK = 0x707265_61756BL;

    private KeyTable() {}

    /** Has all nodes take turns until the end of the transaction. */
    static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    /** Whether the database holds any key. */
    static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from keys.key_version limit 1")) {
            return !rows.next();
        }
    }

    /** The wrapped versions of a key by number, none when it was never made. */
    static TreeMap<Integer, byte[]> versions(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select version, wrapped from keys.key_version where name = ?")) {
            select.setString(1, name);
            TreeMap<Integer, byte[]> versions = new TreeMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getInt(1), rows.getBytes(2));
                }
            }
            return versions;
        }
    }

    /** Adds a version, unless another node just did. */
    static void add(Connection connection, String name, int version, byte[] wrapped, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into keys.key_version (name, version, wrapped, created_at) values (?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.setInt(2, version);
            insert.setBytes(3, wrapped);
            insert.setTimestamp(4, Timestamp.from(at));
            insert.executeUpdate();
        }
    }
}
