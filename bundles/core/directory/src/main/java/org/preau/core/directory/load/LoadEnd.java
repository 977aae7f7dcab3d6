package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.persistence.Rows;

/** Writes how a load ended. */
final class LoadEnd {
    private static final String ABANDONED =
            "update directory.load set state = 'ABANDONED', ended_at = ? where id = ? and state = 'STAGED'";
    private static final String APPLIED =
            """
            update directory.load set state = 'APPLIED', ended_at = ?, created = ?, changed = ?, unchanged = ?, departures = ?,
                   applied_no = nextval('directory.load_applied'), kept = ?
             where id = ?
            """;

    private LoadEnd() {}

    static LoadDifference abandon(LoadFrame frame, Connection connection, Instant now) throws SQLException {
        Rows.update(connection, ABANDONED, now, frame.id());
        return new LoadDifference(Map.of());
    }

    static void applied(LoadFrame frame, Connection connection, Instant now, LoadDifference done, boolean fresh)
            throws SQLException {
        Rows.update(
                connection,
                APPLIED,
                now,
                done.created(),
                done.changed(),
                done.unchanged(),
                done.departures(),
                fresh ? "EMPTY" : "IMAGES",
                frame.id());
    }
}
