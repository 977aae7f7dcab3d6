package org.preau.itests.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preau.driver.Portal;
import org.preau.driver.Program;

/** Debian's PostgreSQL with a cluster of the test's own, a role {@code preau} that is no administrator and its empty database: what an academy's database team hands over. */
public final class ExternalPostgresql implements AutoCloseable {
    private static final String PASSWORD = "un-mot-de-passe-de-test";
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path folder;
    private final int port = Program.freePort();
    private final Program server;

    private ExternalPostgresql(Path folder) throws IOException {
        this.folder = folder;
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        if (isRoot()) {
            run("chown", "-R", "postgres", folder.toString());
        }
        run(asServer(
                program("initdb"),
                "--pgdata=" + folder.resolve("data"),
                "--username=administrator",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
        server = Program.start(
                "postgresql",
                folder,
                Map.of(),
                asServer(
                        program("postgres"),
                        "-D",
                        folder.resolve("data").toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=" + folder,
                        "-c",
                        "fsync=off"));
        server.listeningOn(port, LIMIT)
                .awaiting(
                        "answers",
                        LIMIT,
                        () -> Portal.run(psql("postgres", "select 1"), environment())
                                        .status()
                                == 0);
        sql("postgres", "create role preau login password '" + PASSWORD + "'");
        sql("postgres", "create database preau owner preau");
        sql("preau", "create extension pg_trgm");
        sql("preau", "create extension unaccent");
    }

    /** Makes and starts it. */
    public static ExternalPostgresql start() {
        try {
            return new ExternalPostgresql(Files.createTempDirectory("preau-postgresql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells that portal to keep its data here. */
    public Portal serving(Portal portal) {
        return portal.with("PREAU_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/preau")
                .with("PREAU_DB_USER", "preau")
                .with("PREAU_DB_PASSWORD", PASSWORD);
    }

    @Override
    public void close() {
        server.close();
        run("rm", "-rf", folder.toString());
    }

    private void sql(String database, String statement) {
        Portal.Result result = Portal.run(psql(database, statement), environment());
        if (result.status() != 0) {
            throw new AssertionError(statement + ": " + result);
        }
    }

    private List<String> psql(String database, String statement) {
        return List.of(
                program("psql"),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-U",
                "administrator",
                "-d",
                database,
                "-c",
                statement);
    }

    /** How PostgreSQL's own programs name the portal's database; the password is in {@link #environment}. */
    public String address() {
        return "postgresql://preau@127.0.0.1:" + port + "/preau";
    }

    /** What their environment needs. */
    public static Map<String, String> environment() {
        return Map.of("PGPASSWORD", PASSWORD);
    }

    /** PostgreSQL never runs as root. */
    private static List<String> asServer(String... command) {
        List<String> all = new ArrayList<>(
                isRoot() ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups") : List.of());
        all.addAll(List.of(command));
        return all;
    }

    private static void run(String... command) {
        run(List.of(command));
    }

    private static void run(List<String> command) {
        Portal.Result result = Portal.run(command, Map.of());
        if (result.status() != 0) {
            throw new AssertionError(command + ": " + result);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String program(String name) {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
