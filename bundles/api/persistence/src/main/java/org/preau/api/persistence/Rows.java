package org.preau.api.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements with bound parameters, inside {@link Tx#readSql} and {@link Tx#writeSql}: {@code Rows.list(connection, "select name from news.article where id = any (?)", row -> row.getString(1), ids)}.
 *
 * <p>An {@link Instant} is bound as {@code timestamptz}, an enum as its name, a collection as an array: of {@code uuid} where it holds UUIDs, else of {@code text}.
 *
 * @since 1.2
 */
public final class Rows {
    private static final int BATCH = 1_000;

    private Rows() {}

    /**
     * What a row becomes.
     *
     * @param <T> what it becomes
     */
    public interface Row<T> {
        /** Reads the row the cursor is on. */
        T of(ResultSet row) throws SQLException;
    }

    /** All rows of a query; the query bounds them. */
    public static <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (result.next()) {
                    all.add(row.of(result));
                }
                return all;
            }
        }
    }

    /** The first row of a query, if there is one. */
    public static <T> Optional<T> first(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        return list(connection, sql, row, parameters).stream().findFirst();
    }

    /** The number that a query gives, 0 for no row. */
    public static long count(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        return first(connection, sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /** The rows of a query as a JSON array, one object with the columns' names for each, indented: for people who take their data away. Empty text for no row. */
    public static String json(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        String wrapped = "select jsonb_pretty(jsonb_agg(to_jsonb(q))) from (" + sql + ") q";
        try (PreparedStatement statement = connection.prepareStatement(wrapped)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                String text = result.next() ? result.getString(1) : null;
                return text == null ? "" : text;
            }
        }
    }

    /** Runs a statement that changes rows; gives how many. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** Runs statements without parameters, as they stand: definitions, settings. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement once for each list of parameters, a thousand in one message. */
    public static void batch(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    /** Binds parameters. */
    public static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value == null) {
                statement.setNull(i + 1, Types.OTHER);
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else if (value instanceof Enum<?> constant) {
                statement.setString(i + 1, constant.name());
            } else if (value instanceof Collection<?> many) {
                statement.setArray(i + 1, array(statement.getConnection(), many));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** A column that holds a UUID and never null. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        if (value == null) {
            throw new SQLException("null in " + column);
        }
        return value;
    }

    /** A time, or null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime read = row.getObject(column, OffsetDateTime.class);
        return read == null ? null : read.toInstant();
    }

    private static java.sql.Array array(Connection connection, Collection<?> values) throws SQLException {
        boolean uuids = !values.isEmpty() && values.stream().allMatch(UUID.class::isInstance);
        Object[] elements = values.stream()
                .map(value -> value instanceof Enum<?> constant ? constant.name() : value)
                .toArray();
        return connection.createArrayOf(uuids ? "uuid" : "text", elements);
    }
}
