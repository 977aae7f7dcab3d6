package org.preau.core.connect.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/**
 * A visit as the database keeps it.
 *
 * @param id its own identifier
 * @param sessionId the portal session
 * @param connector id of the service
 * @param handle what the protocol noted
 * @param state how far telling the service has come
 * @param failures how often it did not answer
 */
record VisitRow(UUID id, UUID sessionId, String connector, String handle, State state, int failures) {
    /** Columns that {@link #of} reads. */
    static final String COLUMNS = "id, session_id, connector, handle, state, failures";

    /** How far telling the service has come. */
    enum State {
        /** The session runs. */
        OPEN,
        /** To be told, maybe once more. */
        PENDING,
        /** It confirmed. */
        DONE,
        /** It never answered. */
        FAILED,
        /** It cannot be told from server to server. */
        NOT_OFFERED
    }

    static VisitRow of(ResultSet row) throws SQLException {
        return new VisitRow(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "session_id"),
                row.getString("connector"),
                row.getString("handle"),
                State.valueOf(row.getString("state")),
                row.getInt("failures"));
    }
}
