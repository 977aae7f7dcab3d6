package org.preau.core.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.UnitSchemas;

/** The schemas that have a history of migrations. Safe on any thread. */
final class KnownSchemas implements UnitSchemas {
    private final Predicate<String> inUse;
    private final DataSource database;

    /**
     * Those of this database.
     *
     * @param inUse whether a bundle has a unit of that name
     */
    KnownSchemas(Predicate<String> inUse, DataSource database) {
        this.inUse = inUse;
        this.database = database;
    }

    @Override
    public Set<String> names() {
        return call(connection -> new TreeSet<>(Rows.list(
                connection,
                "select schemaname from pg_tables where tablename = ?",
                row -> row.getString(1),
                UnitMigration.HISTORY)));
    }

    @Override
    public long bytes(String unit) {
        return call(connection -> Rows.count(
                connection,
                "select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint from pg_class c join pg_namespace n"
                        + " on n.oid = c.relnamespace where n.nspname = ? and c.relkind in ('r', 'm')",
                unit));
    }

    @Override
    public void drop(String unit) {
        if (inUse.test(unit)) {
            throw new PortalException(ErrorCode.CONFLICT, "the unit " + unit + " is in use", null);
        }
        if (!names().contains(unit)) {
            return;
        }
        call(connection -> {
            // A name that migrations accepted: [a-z][a-z0-9_]*, see PooledDatabase.
            Rows.run(connection, "drop schema if exists \"" + unit.replace("\"", "") + "\" cascade");
            return unit;
        });
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T call(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw SqlFailures.translated(e);
        }
    }
}
