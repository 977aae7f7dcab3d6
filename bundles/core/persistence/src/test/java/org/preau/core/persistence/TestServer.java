package org.preau.core.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.DatabaseHost;
import org.preau.api.persistence.Tx;

/** The server of the tests of this JVM, and the databases on it. Tests use {@code testing.TestDatabase}. */
public final class TestServer {
    private static final int POOL_SIZE = 10;

    private static final Deque<Closeable> ENDS = new ArrayDeque<>();

    private static @Nullable ConnectionSettings administrator;
    private static @Nullable EmbeddedPostgresql server;
    private static @Nullable PostgresqlBinaries binaries;
    private static @Nullable DebianPostgresql debian;

    private TestServer() {}

    /** A new database with all that a portal has. */
    public static Session session() {
        return session(administrator());
    }

    /** The same on the PostgreSQL of Debian, started once for all tests of this JVM. */
    public static synchronized Session debianSession() {
        try {
            DebianPostgresql known = debian;
            if (known == null) {
                known = DebianPostgresql.start();
                debian = known;
                atEnd(known::close);
            }
            return session(known.administrator());
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

    /** The same on another server. */
    static Session session(ConnectionSettings admin) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(admin, "create database " + name);
        return new Session(admin, on(admin, name), name);
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

    /** The programs the portal carries, unpacked once for all tests of this JVM. */
    static synchronized PostgresqlBinaries binaries() throws IOException, InterruptedException {
        PostgresqlBinaries known = binaries;
        if (known == null) {
            Path folder = Files.createTempDirectory("preau-test-binaries");
            known = PostgresqlBinaries.unpackedBelow(folder);
            binaries = known;
            atEnd(() -> FileTree.delete(folder));
        }
        return known;
    }

    private static ConnectionSettings embedded() {
        try {
            Path folder = Files.createTempDirectory("preau-test-database");
            EmbeddedPostgresql server =
                    new EmbeddedPostgresql(folder, binaries(), List.of("fsync=off", "synchronous_commit=off"));
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

    static ConnectionSettings on(ConnectionSettings server, String database) {
        String url = server.url().replaceFirst("/[^/]*$", "/" + database);
        return new ConnectionSettings(url, server.username(), server.password());
    }

    static void execute(ConnectionSettings where, String sql) {
        try (Connection connection = where.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** One database, used by the code of production. */
    public static final class Session implements AutoCloseable {
        private final ConnectionSettings admin;
        private final String name;
        private final PooledDatabase database;
        private final List<UnitTx> units = new ArrayList<>();

        private Session(ConnectionSettings admin, ConnectionSettings settings, String name) {
            this.admin = admin;
            this.name = name;
            ConnectionPool pool = new ConnectionPool(POOL_SIZE, () -> {});
            pool.connect(settings);
            this.database = new PooledDatabase(pool);
            try (Connection connection = settings.dataSource().getConnection()) {
                Extensions.prepare(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Migrates and opens a unit with the scripts of the anchor's module. */
        public Tx open(String unit, Class<?> anchor, List<Class<?>> entities) {
            return open(unit, anchor, anchor.getClassLoader(), entities);
        }

        /** The same with one entity of another class loader. */
        Tx open(String unit, Class<?> anchor, Class<?> entity) {
            return open(unit, anchor, entity.getClassLoader(), List.of(entity));
        }

        private Tx open(String unit, Class<?> anchor, ClassLoader loader, List<Class<?>> entities) {
            URL root = anchor.getProtectionDomain().getCodeSource().getLocation();
            UnitTx tx = database.open(unit, entities, loader, root, scripts(root));
            units.add(tx);
            return tx;
        }

        /** Closes the units, not the database. */
        void closeUnits() {
            units.forEach(UnitTx::close);
            units.clear();
        }

        /** The database itself. */
        public Database database() {
            return database;
        }

        @Override
        public void close() {
            closeUnits();
            database.close();
            execute(admin, "drop database if exists " + name + " with (force)");
        }

        private static List<Script> scripts(URL root) {
            try {
                Path module = Path.of(root.toURI());
                if (Files.isDirectory(module)) {
                    return scriptsIn(module.resolve(Script.FOLDER));
                }
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + module.toUri()), Map.of())) {
                    return scriptsIn(jar.getPath(Script.FOLDER));
                }
            } catch (IOException | URISyntaxException e) {
                throw new IllegalStateException("scripts of " + root, e);
            }
        }

        private static List<Script> scriptsIn(Path folder) throws IOException {
            List<Script> scripts = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    scripts.add(new Script(
                            Script.FOLDER + "/" + file.getFileName(),
                            file.toUri().toURL()));
                }
            }
            return scripts;
        }
    }
}
