package org.preau.core.persistence;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database server of an instance: a real PostgreSQL on the loopback interface, its files under {@code DIR/data}. What is committed is on the disk. Used
 * by one thread at a time.
 */
final class EmbeddedPostgresql implements DatabaseServer {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresql.class);
    private static final String PORT_KEY = "postgresql";
    private static final int SECONDS_TO_START = 600;
    private static final int SECONDS_TO_STOP = 60;
    private static final int PAUSE_MILLIS = 100;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=60",
            "shared_buffers=96MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "max_wal_size=512MB",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "logging_collector=on",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_error_verbosity=terse");

    private final Path data;
    private final PortsFile ports;
    private final InstanceLock lock;
    private final List<String> settings;
    private @Nullable PostgresqlBinaries binaries;
    private @Nullable Process server;
    private @Nullable ConnectionSettings reached;

    /** The server of the instance whose data folder is {@code data}. */
    EmbeddedPostgresql(Path data) {
        this(data, null, List.of());
    }

    /** The same with programs from elsewhere (null for those the bundle carries), and settings that win over ours: for tests. */
    EmbeddedPostgresql(Path data, @Nullable PostgresqlBinaries binaries, List<String> settings) {
        this.data = data.toAbsolutePath().normalize();
        this.ports = new PortsFile(this.data.resolve("ports.json"));
        this.lock = new InstanceLock(this.data);
        this.binaries = binaries;
        this.settings = settings;
    }

    /** Whether the server this object started is running. */
    boolean running() {
        Process process = server;
        return process != null && process.isAlive();
    }

    /** Its process number. */
    long pid() {
        Process process = server;
        return process == null ? -1 : process.pid();
    }

    @Override
    public ConnectionSettings ensure() throws IOException, InterruptedException {
        ConnectionSettings known = reached;
        return running() && known != null ? known : start();
    }

    @Override
    public String description() {
        return "embedded PostgreSQL";
    }

    /**
     * Starts the server, made at the first start, and tells how to reach the portal's database. Recovers whatever a kill left behind.
     *
     * @throws IOException when it cannot start; to be tried again
     */
    ConnectionSettings start() throws IOException, InterruptedException {
        Files.createDirectories(data);
        lock.take();
        Cluster cluster = cluster();
        cluster.stopOrphan();
        cluster.create();
        int port = ports.choose(PORT_KEY);
        Path output = data.resolve("postgresql.start.log");
        Process process = launch(cluster, port, output);
        server = process;
        ConnectionSettings admin = settings("postgres", "postgres", port, cluster.password());
        awaitReady(process, admin, output);
        ports.write(PORT_KEY, port);
        PortalRole.prepare(admin, cluster.password());
        log.info("PostgreSQL is up on 127.0.0.1:{} (process {})", port, process.pid());
        ConnectionSettings portal = settings("preau", "preau", port, cluster.password());
        reached = portal;
        return portal;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(data.resolve("postgresql"));
    }

    @Override
    public ConnectionSettings administrator() throws IOException, InterruptedException {
        int port = ports.read(PORT_KEY).orElseThrow(() -> new IOException("PostgreSQL was never started"));
        return settings("postgres", "postgres", port, cluster().password());
    }

    /** Stops the server and gives the folder free. */
    @Override
    public void stop() {
        Process process = server;
        try {
            if (process != null && process.isAlive()) {
                cluster().stop(process.toHandle());
                process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            log.error("PostgreSQL could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server = null;
            lock.release();
        }
    }

    /** Lets the server run and forgets it, as a killed portal would: for tests. */
    void abandon() {
        server = null;
        lock.release();
    }

    private Cluster cluster() throws IOException, InterruptedException {
        PostgresqlBinaries known = binaries;
        if (known == null) {
            known = PostgresqlBinaries.unpackedBelow(data);
            binaries = known;
        }
        return new Cluster(data, known);
    }

    private Process launch(Cluster cluster, int port, Path output) throws IOException, InterruptedException {
        ServerUser user = ServerUser.of(cluster.folder());
        user.give(cluster.folder());
        List<String> command = new ArrayList<>(
                List.of(cluster.program("postgres"), "-D", cluster.folder().toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            command.addAll(List.of("-c", setting));
        }
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        List<String> whole = new ArrayList<>(List.of("setsid"));
        whole.addAll(user.command(command));
        File log = output.toFile();
        ProcessBuilder builder =
                new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log);
        Commands.cleanEnvironment(builder.environment());
        return builder.start();
    }

    private static void awaitReady(Process process, ConnectionSettings admin, Path output)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        SQLException last = null;
        while (process.isAlive() && System.nanoTime() < end) {
            try (Connection connection = admin.dataSource().getConnection()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                last = e;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        process.destroy();
        throw new IOException("PostgreSQL does not start: " + Commands.tail(Files.readString(output)), last);
    }

    private static ConnectionSettings settings(String database, String user, int port, String password) {
        return new ConnectionSettings("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }
}
