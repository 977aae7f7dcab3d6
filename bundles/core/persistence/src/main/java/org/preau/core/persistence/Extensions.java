package org.preau.core.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The extensions of PostgreSQL that every unit may count on, in the schema {@code public}. */
final class Extensions {
    private static final Logger log = LoggerFactory.getLogger(Extensions.class);
    private static final List<String> NAMES = List.of("pg_trgm", "unaccent");

    private Extensions() {}

    /** Makes those that are missing. A role that may not is told to have them made; units that need them fail with a message of their own then. */
    static void prepare(Connection connection) throws SQLException {
        for (String name : NAMES) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create extension if not exists " + name + " schema public");
            } catch (SQLException e) {
                if (SqlFailures.isConnectionLost(e)) {
                    throw e;
                }
                log.error(
                        "Extension {} is missing and cannot be made; have the administrator of the database run: create extension {}",
                        name,
                        name,
                        e);
            }
        }
    }
}
