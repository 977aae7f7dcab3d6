package org.preau.core.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The portal's role and database on the embedded server: the portal itself is no administrator there. */
final class PortalRole {
    private static final int FIRST_WITH_GRANTS = 15;

    private PortalRole() {}

    /** Makes what is missing. */
    static void prepare(ConnectionSettings administrator, String password) throws IOException {
        try (Connection connection = administrator.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'preau'")) {
                statement.execute("create role preau login password '" + password + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = 'preau'")) {
                statement.execute("create database preau owner preau");
            }
            // a first load looks at references all at once: core/directory, TrustedInserts
            if (connection.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_GRANTS) {
                statement.execute("grant set on parameter session_replication_role to preau");
            }
        } catch (SQLException e) {
            throw new IOException("the portal's database cannot be made", e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
