package org.preau.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;
import org.preau.core.persistence.TestServer;
import org.preau.core.persistence.testing.TestDatabase;

/** A backup made while somebody writes, unpacked with the system's own programs, started, and compared. */
@Requirement({"74A-H"})
class RestoreDrillTest {
    @TempDir
    Path base;

    @TempDir
    Path elsewhere;

    private TestDatabase database;
    private Home home;
    private String name = "";

    @BeforeEach
    void fill() throws Exception {
        database = TestDatabase.create();
        home = new Home(base, Clock.systemUTC());
        sql("create table written (n int primary key, filler text)");
        sql("insert into written select n, repeat('x', 200) from generate_series(-20000, -1) n");
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row = connection.createStatement().executeQuery("select current_database()")) {
            row.next();
            name = row.getString(1);
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatWasCommittedBeforeTheBackupEndedIsThereAndNothingIsHalf() throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicInteger committed = new AtomicInteger();
        Thread writer = new Thread(() -> write(going, committed));
        writer.start();
        Backup backup;
        int before;
        try {
            before = committed.get();
            backup = home.maker.make(home.settings());
        } finally {
            going.set(false);
            writer.join();
        }
        assertThat(backup.verified()).isTrue();
        assertThat(backup.database()).startsWith("embedded PostgreSQL 17");
        assertThat(backup.auditHeads()).containsExactly("00000000-0000-0000-0000-000000000001:7:ab");
        assertThat(home.trail.actions).containsExactly("backup.make");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(backup.file()))))
                .isEqualTo("rw-------");

        Home.system(elsewhere, "tar", "-xzf", backup.file());
        Home.system(elsewhere, "sha256sum", "--quiet", "-c", "MANIFEST.sha256");
        assertThat(elsewhere.resolve("etc/été \\ n.cfg")).hasContent("clé = valeur");
        assertThat(elsewhere.resolve("etc/preau.key")).doesNotExist();
        assertThat(elsewhere.resolve("data/postgresql/postmaster.pid")).doesNotExist();
        try (TestServer.Copy copy = TestServer.startOn(elsewhere.resolve("data"))) {
            Map<String, String> where = copy.host().clientEnvironment();
            String url = "jdbc:postgresql://127.0.0.1:" + where.get("PGPORT") + "/" + name;
            try (Connection connection = DriverManager.getConnection(url, "postgres", where.get("PGPASSWORD"))) {
                long rows = number(connection, "select count(*) from written where n > 0");
                long last = number(connection, "select coalesce(max(n), 0) from written");
                assertThat(rows).isEqualTo(last).isBetween((long) before, (long) committed.get());
                assertThat(number(connection, "select count(*) from written where n < 0"))
                        .isEqualTo(20_000);
                assertThat(number(connection, "select count(*) from pg_replication_slots"))
                        .isZero();
            }
        }
        assertThat(number(database.dataSource(), "select count(*) from pg_replication_slots"))
                .isZero();
    }

    private void write(AtomicBoolean going, AtomicInteger committed) {
        try (Connection connection = database.dataSource().getConnection()) {
            while (going.get()) {
                int next = committed.get() + 1;
                connection.createStatement().execute("insert into written values (" + next + ", 'y')");
                committed.set(next);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(statement);
        }
    }

    private static long number(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return number(connection, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
