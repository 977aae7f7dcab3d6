package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Tx;

/** What transactions promise, whatever the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UnitTxContract {
    private TestSession session;
    private Tx tx;
    private Tx other;

    /** A fresh database on the server this class is about. */
    abstract TestSession session() throws Exception;

    @BeforeAll
    void openUnits() throws Exception {
        session = session();
        tx = session.open("sample", Note.class, List.of(Note.class));
        other = session.open("sample", Note.class, List.of());
    }

    /** Ends that server, where it is this class's own. */
    void stopServer() throws Exception {}

    @AfterAll
    void dropDatabase() throws Exception {
        session.close();
        stopServer();
    }

    @BeforeEach
    void empty() {
        tx.writeSql(connection -> connection.createStatement().execute("truncate sample.note"));
    }

    @Test
    void keepsAnEntityWithItsTypes() {
        Note note = new Note(Ids.next(), "Sortie à la ferme");
        tx.write(entities -> persisted(entities, note));
        Note found = tx.read(entities -> entities.find(Note.class, note.id()));
        assertThat(found.body()).isEqualTo("Sortie à la ferme");
        assertThat(found.writtenAt()).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
        List<String> query = tx.read(
                entities -> entities.createQuery("select n.body from Note n where n.body like :start", String.class)
                        .setParameter("start", "Sortie%")
                        .getResultList());
        assertThat(query).containsExactly("Sortie à la ferme");
    }

    @Test
    void rollsEverythingBackOnAnException() {
        assertThatThrownBy(() -> tx.write(entities -> {
                    persisted(entities, new Note(Ids.next(), "one"));
                    insert(other, "two");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(count(tx)).isZero();
    }

    @Test
    void unitsShareTheTransactionOfTheirThread() {
        tx.write(entities -> {
            persisted(entities, new Note(Ids.next(), "one"));
            assertThat(tx.<Integer>readSql(UnitTxContract::counted)).isEqualTo(1);
            insert(other, "two");
            assertThat(count(tx)).isEqualTo(2);
            assertThat(committed()).isZero();
            return null;
        });
        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void refusesAWriteInsideARead() {
        assertThatThrownBy(() -> tx.readSql(connection -> insert(other, "x")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToChangeAnythingInARead() {
        assertThatThrownBy(() ->
                        tx.readSql(connection -> connection.createStatement().executeUpdate("delete from sample.note")))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void neverCommitsAPartWhoseWritingFailed() {
        assertThatThrownBy(() -> tx.writeSql(connection -> {
                    insert(other, "half");
                    try {
                        other.writeSql(inner -> {
                            throw new IllegalArgumentException("no");
                        });
                    } catch (IllegalArgumentException e) {
                        return null;
                    }
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count(tx)).isZero();
    }

    @Test
    void goesOnAfterAReadThatFoundNothing() {
        tx.writeSql(connection -> {
            insert(other, "kept");
            try {
                other.readSql(inner -> {
                    throw new PortalException(ErrorCode.NOT_FOUND, "nobody", null);
                });
            } catch (PortalException e) {
                return null;
            }
            return null;
        });
        assertThat(count(tx)).isEqualTo(1);
    }

    @Test
    void actsAfterTheCommitOnly() {
        List<Integer> seen = new ArrayList<>();
        tx.writeSql(connection -> {
            tx.afterCommit(() -> seen.add(committed()));
            insert(tx, "one");
            assertThat(seen).isEmpty();
            return null;
        });
        assertThat(seen).containsExactly(1);
        tx.afterCommit(() -> seen.add(0));
        assertThat(seen).containsExactly(1, 0);
        assertThatThrownBy(() -> tx.writeSql(connection -> {
                    tx.afterCommit(() -> seen.add(99));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(seen).containsExactly(1, 0);
    }

    @Test
    void givesTheDriversConnectionForCopyButNotItsEnd() {
        long copied = tx.writeSql(connection -> {
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            byte[] row = (Ids.next() + "\tcopied\t2026-11-22T08:00:00Z\t1\n").getBytes(StandardCharsets.UTF_8);
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy sample.note from stdin");
            copy.writeToCopy(row, 0, row.length);
            return copy.endCopy();
        });
        assertThat(copied).isEqualTo(1);
        assertThat(count(tx)).isEqualTo(1);
    }

    @Test
    void saysConflictWhenSomebodyElseWasQuicker() {
        UUID id = Ids.next();
        tx.write(entities -> persisted(entities, new Note(id, "first")));
        assertThatThrownBy(() -> tx.write(entities -> persisted(entities, new Note(id, "second"))))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThatThrownBy(() -> tx.write(entities -> {
                    Note note = entities.find(Note.class, id);
                    note.body("mine");
                    try (Connection outside = session.database().dedicated()) {
                        outside.createStatement().execute("update sample.note set revision = revision + 1");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    return null;
                }))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void neverServesAnEntityFromACacheOfItsOwn() {
        UUID id = Ids.next();
        tx.write(entities -> persisted(entities, new Note(id, "first")));
        tx.read(entities -> entities.find(Note.class, id).body());
        tx.writeSql(connection -> connection.createStatement().executeUpdate("update sample.note set body = 'second'"));
        assertThat(tx.<String>read(entities -> entities.find(Note.class, id).body()))
                .isEqualTo("second");
    }

    @Test
    void aUnitWithoutEntitiesSpeaksSqlOnly() {
        assertThatThrownBy(() -> other.read(entities -> null)).isInstanceOf(IllegalStateException.class);
    }

    private static @Nullable Void persisted(EntityManager entities, Note note) {
        entities.persist(note);
        return null;
    }

    private static int insert(Tx where, String body) {
        return where.writeSql(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into sample.note values (?, ?, now(), 1)")) {
                insert.setObject(1, Ids.next());
                insert.setString(2, body);
                return insert.executeUpdate();
            }
        });
    }

    private static int count(Tx where) {
        return where.<Integer>readSql(UnitTxContract::counted);
    }

    private int committed() {
        try (Connection connection = session.database().dedicated()) {
            return counted(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int counted(Connection connection) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("select count(*) from sample.note")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
