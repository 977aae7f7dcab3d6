package org.preau.core.feed.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.persistence.Rows;

/** Reads rows of {@code feed.run}. */
final class RunRows {
    private RunRows() {}

    static StoredRun stored(ResultSet row) throws SQLException {
        return new StoredRun(
                run(row),
                new FeedOptions(Optional.ofNullable(row.getString("asked_academy"))),
                Optional.ofNullable(row.getString("archive")),
                row.getBoolean("auto_apply"),
                row.getBoolean("check_only"),
                RunJson.readAcceptance(row.getString("acceptance")),
                Optional.ofNullable(row.getObject("undo_of", UUID.class)),
                text(row, "reason"));
    }

    static FeedRun run(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new FeedRun(
                Rows.uuid(row, "id"),
                text(row, "system"),
                text(row, "file_name"),
                text(row, "sha256"),
                row.getLong("bytes"),
                instant(row, "received", Instant.EPOCH),
                row.getObject("received_by", UUID.class),
                text(row, "academy"),
                text(row, "mode"),
                row.getObject("generated", LocalDate.class),
                FeedState.valueOf(text(row, "state")),
                outcome == null ? null : FeedOutcome.valueOf(outcome),
                RunJson.readCounts(text(row, "counts")),
                RunJson.readDifference(row.getString("difference")),
                row.getInt("warnings"),
                row.getInt("errors"),
                row.getInt("progress"),
                instant(row, "ended"));
    }

    static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        if (value == null) {
            throw new SQLException("null in " + column);
        }
        return value;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant instant(ResultSet row, String column, Instant otherwise) throws SQLException {
        Instant time = instant(row, column);
        return time == null ? otherwise : time;
    }
}
