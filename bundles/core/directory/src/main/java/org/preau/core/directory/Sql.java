package org.preau.core.directory;

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

/** Runs statements with bound parameters. A collection of UUIDs or of texts is bound as an array. */
public final class Sql {
    private Sql() {}

    /**
     * Reads one row.
     *
     * @param <T> what a row becomes
     */
    public interface Row<T> {
        /** Reads the row the cursor is on. */
        T of(ResultSet row) throws SQLException;
    }

    /** Runs a statement that changes rows; gives how many. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** Runs statements without parameters, as they stand. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All rows of a query. */
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

    /** The number that a query gives. */
    public static int count(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        return first(connection, sql, row -> row.getInt(1), parameters).orElse(0);
    }

    /** A column that holds a UUID and never null. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        if (value == null) {
            throw new SQLException("null in " + column);
        }
        return value;
    }

    /** Binds parameters in order. */
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

    private static java.sql.Array array(Connection connection, Collection<?> values) throws SQLException {
        boolean uuids = values.stream().allMatch(UUID.class::isInstance);
        Object[] elements = values.stream()
                .map(value -> value instanceof Enum<?> constant ? constant.name() : value)
                .toArray();
        return connection.createArrayOf(uuids && !values.isEmpty() ? "uuid" : "text", elements);
    }
}
