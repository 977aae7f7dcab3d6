package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.core.persistence.testing.Soon;

/** The server through kills. Settings are those of production: what is committed must be there. */
class EmbeddedPostgresqlTest {
    private Path data;
    private EmbeddedPostgresql server;

    @BeforeEach
    void makeFolder() throws IOException, InterruptedException {
        data = Files.createTempDirectory("preau-server").resolve("data");
        server = server();
    }

    @AfterEach
    void remove() throws IOException {
        server.stop();
        FileTree.delete(data.getParent());
    }

    @Test
    void recoversWhatWasCommittedJustBeforeTheServerWasKilled() throws Exception {
        ConnectionSettings database = server.ensure();
        commitRow(database);
        kill(server.pid());
        assertThat(server.running()).isFalse();
        ConnectionSettings again = startedAgain(server);
        assertThat(rows(again)).isEqualTo(1);
        assertThat(again).isEqualTo(database);
    }

    @Test
    void stopsTheServerThatOutlivedAKilledPortalAndStartsAgain() throws Exception {
        EmbeddedPostgresql killed = server();
        commitRow(killed.ensure());
        long orphan = killed.pid();
        killed.abandon();
        ConnectionSettings database = server.ensure();
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(rows(database)).isEqualTo(1);
    }

    @Test
    void startsWhenTheNumberOfADeadServerBelongsToAnotherProgramNow() throws Exception {
        commitRow(server.ensure());
        Path mark = data.resolve("postgresql/postmaster.pid");
        List<String> lines = Files.readAllLines(mark);
        server.stop();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(mark, lines);
        assertThat(rows(server.ensure())).isEqualTo(1);
    }

    @Test
    void refusesASecondPortalInTheSameFolderAndHarmsTheFirstNot() throws Exception {
        ConnectionSettings database = server.ensure();
        EmbeddedPostgresql second = server();
        assertThatThrownBy(second::ensure).isInstanceOf(IOException.class).hasMessageContaining("another portal");
        second.stop();
        commitRow(database);
        assertThat(rows(database)).isEqualTo(1);
    }

    @Test
    void letsInNobodyWithoutTheGeneratedPassword() throws Exception {
        ConnectionSettings database = server.ensure();
        assertThatThrownBy(() -> rows(new ConnectionSettings(database.url(), "preau", "preau")))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> rows(new ConnectionSettings(database.url(), "postgres", "")))
                .isInstanceOf(SQLException.class);
        Path secret = data.resolve("postgresql.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
    }

    @Test
    void keepsCommitsOnTheDisk() throws Exception {
        try (Connection connection = server.ensure().dataSource().getConnection()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                try (ResultSet rows = connection.createStatement().executeQuery("show " + setting)) {
                    rows.next();
                    assertThat(rows.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }

    @Test
    void runsAsTheOwnerOfAClusterThatIsNotRoots() throws Exception {
        ServerUser other = ServerUser.of(Path.of("/etc"));
        if (other.prefix().isEmpty()) {
            return; // not root here: the server runs as ourselves, and nobody else
        }
        open(data.getParent());
        open(TestServer.binaries().bin().getParent().getParent());
        server.ensure();
        server.stop();
        Commands.run(List.of(
                "chown", "-R", "nobody:nogroup", data.resolve("postgresql").toString()));
        open(data);
        assertThat(ServerUser.of(data.resolve("postgresql")).prefix().get(0)).isIn("setpriv", "runuser");
        commitRow(server.ensure());
    }

    private EmbeddedPostgresql server() throws IOException, InterruptedException {
        return new EmbeddedPostgresql(data, TestServer.binaries(), List.of());
    }

    private static void open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    /** It starts as soon as the processes of the killed one are gone. */
    private static ConnectionSettings startedAgain(EmbeddedPostgresql server) throws Exception {
        return Soon.seen(() -> started(server), Optional::isPresent).orElseThrow();
    }

    private static Optional<ConnectionSettings> started(EmbeddedPostgresql server) throws InterruptedException {
        try {
            return Optional.of(server.ensure());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void commitRow(ConnectionSettings database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute("create schema if not exists kept");
            connection.createStatement().execute("create table if not exists kept.line (id int)");
            connection.createStatement().execute("insert into kept.line values (1)");
        }
    }

    private static int rows(ConnectionSettings database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from kept.line")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
