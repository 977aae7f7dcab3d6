package org.preau.core.directory.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads columns of a row. */
public final class Columns {
    private Columns() {}

    /** A time that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Instant value = maybeInstant(row, column);
        if (value == null) {
            throw new SQLException("null in " + column);
        }
        return value;
    }

    /** A time, or null. */
    public static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** A day, or null. */
    public static @Nullable LocalDate maybeDay(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** An array of texts; empty for null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
