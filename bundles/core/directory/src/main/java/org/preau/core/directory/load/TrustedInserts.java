package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.preau.api.persistence.Rows;

/**
 * Inserts whose references are not looked up row by row, twice for every link between people, but all at once afterwards: half the price of a first load. The inserts join what they refer to, so that a reference
 * to nothing means a fault here, and nothing of the load stays. Where the database's role may not ask for it (a server that is not the portal's own), rows are looked up one by one as ever.
 */
final class TrustedInserts {
    private static final int FIRST_VERSION = 150_000;
    private static final String VERSION = "select current_setting('server_version_num')::integer";
    private static final String MAY = "select has_parameter_privilege('session_replication_role', 'SET')";
    private static final String OF_SOURCE = "x.source = {mark}";
    private static final List<Reference> REFERENCES = List.of(
            new Reference("person_source", "person_id", "person", "x.feed = {feed} and x.academy = {academy}"),
            new Reference("account", "person_id", "person", "x.id in (select account_id from newcomer)"),
            new Reference("affiliation", "person_id", "person", OF_SOURCE),
            new Reference("affiliation", "structure_id", "structure", OF_SOURCE),
            new Reference("class_member", "person_id", "person", OF_SOURCE),
            new Reference("class_member", "class_id", "school_class", OF_SOURCE),
            new Reference("guardianship", "pupil_id", "person", OF_SOURCE),
            new Reference("guardianship", "guardian_id", "person", OF_SOURCE));

    private TrustedInserts() {}

    /** Inserts that refer to rows of this transaction. */
    interface Inserts {
        void run() throws SQLException;
    }

    private record Reference(String table, String column, String to, String rows) {
        String query() {
            return "select count(*) from directory." + table + " x where " + rows
                    + " and not exists (select 1 from directory." + to + " t where t.id = x." + column + ")";
        }
    }

    /** Does them; their tables have no triggers but those of references and of deletions. */
    static void run(Connection connection, Inserts inserts) throws SQLException {
        if (!isPossible(connection)) {
            inserts.run();
            return;
        }
        Rows.run(connection, "set local session_replication_role = replica");
        inserts.run();
        Rows.run(connection, "set local session_replication_role = origin");
    }

    /** Looks at all references at once. */
    static void check(LoadFrame frame, Connection connection) throws SQLException {
        for (Reference each : REFERENCES) {
            int lost = frame.count(connection, each.query());
            if (lost > 0) {
                throw new IllegalStateException(
                        lost + " rows of " + each.table() + " refer by " + each.column() + " to nothing");
            }
        }
    }

    private static boolean isPossible(Connection connection) throws SQLException {
        return Rows.count(connection, VERSION) >= FIRST_VERSION
                && Rows.first(connection, MAY, row -> row.getBoolean(1)).orElse(false);
    }
}
