package org.preau.core.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.DatabaseHost;

/** The server of the tests of this JVM, and the databases on it. Tests use {@code testing.TestDatabase}. */
public final class TestServer {
    /** Nothing here outlives the tests: no write waits for the disk. */
    private static final List<String> FORGETFUL = List.of("fsync=off", "synchronous_commit=off");

    private static final Deque<Closeable> ENDS = new ArrayDeque<>();

    private static @Nullable ConnectionSettings administrator;
    private static @Nullable EmbeddedPostgresql server;
    private static @Nullable PostgresqlBinaries binaries;
    private static @Nullable DebianPostgresql debian;

    private TestServer() {}

    /** A new database with all that a portal has, on which every script runs. */
    static TestSession session() {
        return session(administrator());
    }

    /** A new database; what scripts did on an earlier one may be copied. */
    public static TestSession quickSession() {
        return new TestSession(administrator(), true);
    }

    /** The same on the PostgreSQL of Debian, started once for all tests of this JVM. */
    public static synchronized TestSession debianSession() {
        try {
            DebianPostgresql known = debian;
            if (known == null) {
                known = DebianPostgresql.start();
                debian = known;
                atEnd(known::close);
            }
            return new TestSession(known.administrator(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database on the PostgreSQL of Debian as an operator lends one: its role owns it and is no administrator, the extensions are there. */
    public static synchronized ExternalDatabase externalDatabase() {
        debianSession().close();
        DebianPostgresql known = debian;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        try {
            return ExternalDatabase.lentBy(known.administrator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database on another server, on which every script runs. */
    static TestSession session(ConnectionSettings admin) {
        return new TestSession(admin, false);
    }

    private static synchronized ConnectionSettings administrator() {
        ConnectionSettings known = administrator;
        if (known == null) {
            known = outside() != null ? outside() : embedded();
            administrator = known;
        }
        return known;
    }

    private static @Nullable ConnectionSettings outside() {
        String url = System.getenv("PREAU_TEST_DB_URL");
        return url == null
                ? null
                : new ConnectionSettings(
                        url, System.getenv("PREAU_TEST_DB_USER"), System.getenv("PREAU_TEST_DB_PASSWORD"));
    }

    /** The programs the portal carries, unpacked once for all tests of this JVM or of the whole build. */
    static synchronized PostgresqlBinaries binaries() throws IOException, InterruptedException {
        PostgresqlBinaries known = binaries;
        if (known == null) {
            Optional<Path> shared = TestCache.folder("binaries", PostgresqlBinaries::unpackedBelow);
            Path folder = shared.isPresent() ? shared.get() : Files.createTempDirectory("preau-test-binaries");
            known = PostgresqlBinaries.unpackedBelow(folder);
            binaries = known;
            if (shared.isEmpty()) {
                atEnd(() -> FileTree.delete(folder));
            }
        }
        return known;
    }

    private static ConnectionSettings embedded() {
        try {
            Path folder = Files.createTempDirectory("preau-test-database");
            Optional<Path> made = TestCache.folder("cluster", TestServer::startOnce);
            if (made.isPresent()) {
                TestCache.copy(made.get(), folder);
            }
            EmbeddedPostgresql server = new EmbeddedPostgresql(folder, binaries(), FORGETFUL);
            atEnd(() -> FileTree.delete(folder));
            atEnd(server::stop);
            TestServer.server = server;
            server.start();
            return server.administrator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cluster as it is after its first start, but for its port: each of those who copy it chooses his own. */
    private static void startOnce(Path folder) throws IOException, InterruptedException {
        EmbeddedPostgresql server = new EmbeddedPostgresql(folder, binaries(), FORGETFUL);
        server.start();
        server.stop();
        Files.delete(folder.resolve("ports.json"));
    }

    /** The embedded server of the tests, for who saves it. */
    public static synchronized DatabaseHost host() {
        administrator();
        EmbeddedPostgresql known = server;
        if (known == null) {
            throw new IllegalStateException("the tests run on a server from elsewhere");
        }
        return new ServerHost(known);
    }

    /** Starts a server on a copy of a cluster: {@code data} holds {@code postgresql} and {@code postgresql.password}. Closing it stops it. */
    public static Copy startOn(Path data) {
        try {
            EmbeddedPostgresql copy = new EmbeddedPostgresql(data, binaries(), List.of());
            copy.start();
            return new Copy(new ServerHost(copy), copy::stop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that runs on a copy. */
    public record Copy(DatabaseHost host, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    private static synchronized void atEnd(Closeable last) {
        if (ENDS.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(TestServer::end));
        }
        ENDS.push(last);
    }

    private static void end() {
        try {
            for (Closeable each : ENDS) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a database with nothing but the extensions in it. */
    static void createEmpty(ConnectionSettings admin, String name) {
        execute(admin, "create database " + name);
        try (Connection connection = on(admin, name).dataSource().getConnection()) {
            Extensions.prepare(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database that lives as long as this JVM; servers of our own end with it. */
    static void dropAtEnd(ConnectionSettings admin, String name) {
        if (admin.equals(outside())) {
            atEnd(() -> execute(admin, "drop database if exists " + name + " with (force)"));
        }
    }

    /** The same server, another database. */
    static ConnectionSettings on(ConnectionSettings server, String database) {
        String url = server.url().replaceFirst("/[^/]*$", "/" + database);
        return new ConnectionSettings(url, server.username(), server.password());
    }

    /** Runs a statement. */
    static void execute(ConnectionSettings where, String sql) {
        try (Connection connection = where.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
