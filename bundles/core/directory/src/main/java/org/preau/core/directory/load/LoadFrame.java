package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/**
 * What all parts of a load share.
 *
 * @param id identifier of the load
 * @param undoes the load that this one undoes, null for one that a feed brings
 * @param staging its tables
 * @param form makes records of kept attributes
 */
record LoadFrame(
        Tx tx,
        UUID id,
        LoadSource source,
        @org.jspecify.annotations.Nullable UUID undoes,
        Staging staging,
        RecordForm form) {
    /** Values that every statement of a load may name; bound once for each transaction. */
    static final List<String> SETTINGS = List.of("feed", "academy", "mark", "load", "now");

    private static final String BIND =
            """
            select set_config('preau.feed', ?, true), set_config('preau.academy', ?, true), set_config('preau.mark', ?, true),
                   set_config('preau.load', ?, true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
                   set_config('enable_nestloop', ?, true)
            """;

    /** Whether absence means nothing. */
    boolean partial() {
        return !source.complete();
    }

    /** How rows of the source are marked. */
    String mark() {
        return source.feed() + ":" + source.academy();
    }

    /** Work in a transaction whose statements may name the values. */
    <T> T work(Tx.SqlWork<T> work) {
        return tx.writeSql(connection -> {
            Rows.list(
                    connection,
                    BIND,
                    row -> 0,
                    source.feed(),
                    source.academy(),
                    mark(),
                    id.toString(),
                    // a complete load joins whole tables: whatever the planner believes of their size, it shall not
                    // look up row by row
                    partial() ? "on" : "off");
            return work.run(connection);
        });
    }

    /** Says what time it is for the statements of this transaction. */
    void at(Connection connection, Instant now) throws SQLException {
        Rows.list(connection, "select set_config('preau.now', ?, true)", row -> 0, now.toString());
    }

    int update(Connection connection, String template, Object... parameters) throws SQLException {
        return Rows.update(connection, staging.sql(template), parameters);
    }

    int count(Connection connection, String template, Object... parameters) throws SQLException {
        return (int) Rows.count(connection, staging.sql(template), parameters);
    }

    void run(Connection connection, String template) throws SQLException {
        Rows.run(connection, staging.sql(template));
    }
}
