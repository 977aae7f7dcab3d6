package org.preau.core.audit.seal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code audit.seal}, on one connection. */
final class SealTable {
    private static final String COLUMNS =
            """
            select node, number, previous, sealed_at, from_at, to_at, count, root, hash, mac, entries, leaves,
                   pruned_at, pruned_mac from audit.seal\s""";
    private static final String INSERT =
            """
            insert into audit.seal (node, number, previous, sealed_at, from_at, to_at, count, root, hash, mac, entries, leaves)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LAST_OF_ALL =
            COLUMNS + "join (select node, max(number) as number from audit.seal group by node) last"
                    + " using (node, number) order by node";

    private final Connection connection;

    SealTable(Connection connection) {
        this.connection = connection;
    }

    /** The last link of a node's chain. */
    Optional<Seal> last(UUID node) throws SQLException {
        return read("where node = ? order by number desc limit 1", node).stream()
                .findFirst();
    }

    /** The last links of all chains. */
    List<Seal> lasts() throws SQLException {
        return readAll(LAST_OF_ALL);
    }

    /** The links of a chain after that number. */
    List<Seal> after(UUID node, long number, int limit) throws SQLException {
        return read("where node = ? and number > ? order by number limit ?", node, number, limit);
    }

    /** Links whose entries are kept though all of them are older than that. */
    List<Seal> overdue(Instant before, int limit) throws SQLException {
        return read(
                "where pruned_at is null and to_at < ? order by to_at limit ? for update skip locked",
                Timestamp.from(before),
                limit);
    }

    /** Adds a link. */
    void insert(Seal seal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, seal.node());
            insert.setLong(2, seal.number());
            insert.setBytes(3, seal.previous());
            insert.setTimestamp(4, Timestamp.from(seal.sealedAt()));
            insert.setTimestamp(5, Timestamp.from(seal.fromAt()));
            insert.setTimestamp(6, Timestamp.from(seal.toAt()));
            insert.setInt(7, seal.count());
            insert.setBytes(8, seal.root());
            insert.setBytes(9, seal.hash());
            insert.setBytes(10, seal.mac());
            insert.setArray(11, connection.createArrayOf("int8", seal.entries().toArray()));
            insert.setBytes(12, seal.leaves());
            insert.executeUpdate();
        }
    }

    private List<Seal> read(String condition, Object... values) throws SQLException {
        return readAll(COLUMNS + condition, values);
    }

    private List<Seal> readAll(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Seal> seals = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    seals.add(seal(rows));
                }
            }
            return seals;
        }
    }

    private static Seal seal(ResultSet rows) throws SQLException {
        Array entries = rows.getArray(11);
        byte[] leaves = rows.getBytes(12);
        Timestamp pruned = rows.getTimestamp(13);
        return new Seal(
                rows.getObject(1, UUID.class),
                rows.getLong(2),
                rows.getBytes(3),
                rows.getTimestamp(4).toInstant(),
                rows.getTimestamp(5).toInstant(),
                rows.getTimestamp(6).toInstant(),
                rows.getInt(7),
                rows.getBytes(8),
                rows.getBytes(9),
                rows.getBytes(10),
                entries == null ? List.of() : List.of((Long[]) entries.getArray()),
                leaves == null ? new byte[0] : leaves,
                pruned == null ? null : pruned.toInstant(),
                rows.getBytes(14));
    }
}
