package org.preau.core.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The portal's role and database on the embedded server: the portal itself is no administrator there. */
final class PortalRole {
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
