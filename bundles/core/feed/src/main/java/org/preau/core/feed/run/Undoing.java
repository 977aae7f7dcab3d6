package org.preau.core.feed.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/** What becomes of other runs when one undoes them. */
final class Undoing {
    private static final String LATER =
            """
            update feed.run later set state = 'RESTORED', restored_by = ?
            from feed.run first
            where first.id = ? and later.system = first.system and later.academy = first.academy
              and later.applied >= first.applied and later.state = 'APPLIED' and later.id <> ?
            returning later.id""";
    private static final String BACK =
            """
            update feed.run earlier set state = 'APPLIED', restored_by = null
            from feed.run first
            where first.id = ? and earlier.applied < first.applied and earlier.state = 'RESTORED'
              and earlier.restored_by = any (?::uuid[])""";

    private Undoing() {}

    /**
     * Marks the runs that {@code undo} undoes, and brings back into force those that an undone undo had undone.
     *
     * @param undone the earliest run that is undone
     */
    static List<UUID> mark(Connection connection, UUID undo, UUID undone) throws SQLException {
        List<UUID> gone = Rows.list(connection, LATER, row -> Rows.uuid(row, "id"), undo, undone, undo);
        Rows.update(connection, BACK, undone, gone);
        return gone;
    }
}
