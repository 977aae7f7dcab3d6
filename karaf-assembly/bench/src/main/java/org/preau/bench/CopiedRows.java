package org.preau.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.preau.driver.Portal;

/**
 * The rows of the directory copied into empty tables of the same form, indexes and checks included, of the same server, in one transaction: nothing that writes them can be much quicker.
 *
 * @param rows of all tables
 * @param seconds of the copying in, commit included
 */
record CopiedRows(long rows, double seconds) {
    private static final String SCHEMA = "directory";
    private static final String COPY_SCHEMA = "bench_copy";
    private static final int BUFFER = 1 << 16;

    /** Counts only. */
    static CopiedRows count(Portal portal) throws IOException, SQLException {
        try (Connection connection = connect(portal)) {
            long rows = 0;
            for (String table : tables(connection)) {
                rows += rows(connection, SCHEMA + "." + table);
            }
            return new CopiedRows(rows, 0);
        }
    }

    /** Copies, and leaves nothing behind. */
    static CopiedRows copy(Portal portal) throws IOException, SQLException {
        try (Connection connection = connect(portal)) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            Map<String, Path> contents = new LinkedHashMap<>();
            Path folder = Files.createDirectories(Stage.files().resolve("copy"));
            execute(connection, "create schema " + COPY_SCHEMA);
            try {
                for (String table : tables(connection)) {
                    Path file = folder.resolve(table);
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                        copies.copyOut("copy " + SCHEMA + "." + table + " to stdout (format binary)", out);
                    }
                    contents.put(table, file);
                    execute(
                            connection,
                            "create table " + COPY_SCHEMA + "." + table + " (like " + SCHEMA + "." + table
                                    + " including all)");
                }
                return timed(connection, copies, contents);
            } finally {
                connection.setAutoCommit(true);
                execute(connection, "drop schema " + COPY_SCHEMA + " cascade");
            }
        }
    }

    private static CopiedRows timed(Connection connection, CopyManager copies, Map<String, Path> contents)
            throws IOException, SQLException {
        long rows = 0;
        connection.setAutoCommit(false);
        long begun = System.nanoTime();
        for (Map.Entry<String, Path> table : contents.entrySet()) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(table.getValue()), BUFFER)) {
                rows += copies.copyIn(
                        "copy " + COPY_SCHEMA + "." + table.getKey() + " from stdin (format binary)", in, BUFFER);
            }
            Files.delete(table.getValue());
        }
        connection.commit();
        return new CopiedRows(rows, (System.nanoTime() - begun) / 1e9);
    }

    private static Connection connect(Portal portal) throws IOException, SQLException {
        int port = new ObjectMapper()
                .readTree(portal.home.resolve("data/ports.json").toFile())
                .path("postgresql")
                .asInt();
        String password = Files.readString(portal.home.resolve("data/postgresql.password"))
                .strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/preau", "preau", password);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        String query = "select tablename from pg_tables where schemaname = '" + SCHEMA
                + "' and tablename not like 'stage%' and tablename not like 'flyway%' order by 1";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
