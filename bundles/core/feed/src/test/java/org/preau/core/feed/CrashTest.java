package org.preau.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedState;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.archive.CleanJob;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.persistence.testing.TestDatabase;

/** The process or the database dies at each step; another node over the same database takes the run on. */
@Requirement("44B")
class CrashTest {
    private static final String[] LINES = {"begin 24 complete 2026-11-16", "pupil 1 A", "pupil 2 A"};

    @TempDir
    private Path home;

    private final Ticking clock = new Ticking();
    private TestDatabase database;
    private Tx tx;
    private Node dying;
    private Node next;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        tx = database.tx(new FeedUnit());
        dying = new Node(database, tx, clock, home, Map.of());
        next = new Node(database, tx, clock, home, Map.of());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void beginsAgainWhatWasReceivedOnly() {
        resumed(received(), FeedState.RECEIVED);
    }

    @Test
    void beginsAgainWhatWasBeingRead() {
        UUID id = received();
        dying.feed.once(() -> {
            throw new Node.Killed();
        });
        killed(() -> dying.steps.work(id));
        resumed(id, FeedState.CHECKING);
    }

    @Test
    void beginsAgainWhatWasCheckedButNotWritten() {
        crowd();
        UUID id = dying.reception.later(
                Subject.SYSTEM, "fake", dying.archive("b.txt", LINES), FeedOptions.NONE, Doing.APPLY);
        dying.dieAt("feed.checked");
        killed(() -> dying.steps.work(id));
        assertThat(next.run(id).state()).isEqualTo(FeedState.CHECKING);
        takeUp(id);
        assertThat(next.run(id).state()).isEqualTo(FeedState.HELD);
        assertThat(next.directory.pupils()).hasSize(20);
    }

    @Test
    void beginsAgainWhatWasBeingApplied() {
        UUID id = received();
        dying.directory.onceBeforeApply(() -> {
            throw new Node.Killed();
        });
        killed(() -> dying.steps.work(id));
        assertThat(next.directory.pupils()).isEmpty();
        resumed(id, FeedState.APPLYING);
    }

    @Test
    void appliesNothingOfALoadWhoseRunIsNotWritten() {
        UUID id = received();
        dying.dieAt("feed.applied");
        killed(() -> dying.steps.work(id));
        assertThat(next.directory.pupils()).isEmpty();
        resumed(id, FeedState.APPLYING);
    }

    @Test
    void beginsAnUndoAgain() {
        UUID id = received();
        dying.steps.work(id);
        UUID undo = dying.acts.restore(Subject.SYSTEM, id, false);
        dying.dieAt("feed.applied");
        killed(() -> dying.steps.now(undo, null));
        assertThat(dying.directory.pupils()).hasSize(2);
        assertThat(dying.run(id).state()).isEqualTo(FeedState.APPLIED);
        dying.steps.recover();
        dying.steps.work(undo);
        assertThat(dying.directory.pupils()).isEmpty();
        assertThat(dying.run(id).state()).isEqualTo(FeedState.RESTORED);
    }

    @Test
    void leavesNoRunOfWhatWasNotWrittenAtTheDoor() {
        dying.dieAt("feed.receive");
        killed(this::received);
        assertThat(next.runs.unfinished()).isEmpty();
        clock.pass(Duration.ofDays(2));
        assertThat(next.store.olderThan(java.time.Instant.now().plusSeconds(9))).hasSize(1);
        clock.pass(Duration.ofDays(3000));
        new CleanJob(next.settings, next.store, next.runs, clock).run("");
        assertThat(next.store.olderThan(java.time.Instant.now().plusSeconds(9))).isEmpty();
    }

    @Test
    void beginsAgainWhenTheServerDroppedItsLock() throws SQLException {
        UUID id = received();
        dying.feed.once(this::dropLocks);
        assertThatThrownBy(() -> dying.steps.work(id))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat(next.directory.pupils()).isEmpty();
        resumed(id, FeedState.CHECKING);
    }

    /** Whoever has taken the run up has removed the staging of the first, who sees a table gone and nothing that tells why. */
    @Test
    void doesNotCallFailedWhatItHoldsNoLongerWhateverHappensToIt() throws SQLException {
        UUID id = received();
        dying.feed.once(() -> {
            dropLocks();
            throw new IllegalStateException("relation does not exist");
        });
        assertThatThrownBy(() -> dying.steps.work(id))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        resumed(id, FeedState.CHECKING);
    }

    @Test
    void leavesAloneWhatAnotherNodeWorksOn() throws Exception {
        UUID id = received();
        AutoCloseable held = dying.steps.hold(id);
        try {
            next.steps.recover();
            assertThat(next.scheduled).isEmpty();
            next.steps.work(id);
            assertThat(next.run(id).state()).isEqualTo(FeedState.RECEIVED);
            assertThat(next.scheduled).containsExactly("feed.step " + id);
        } finally {
            held.close();
        }
        resumed(id, FeedState.RECEIVED);
    }

    @Test
    void takesArchivesOfASystemInTheirOrder() {
        UUID first = received();
        UUID second = received();
        next.steps.work(second);
        assertThat(next.run(second).state()).isEqualTo(FeedState.RECEIVED);
        next.steps.work(first);
        next.steps.work(second);
        assertThat(next.run(second).state()).isEqualTo(FeedState.APPLIED);
    }

    @Test
    void endsAnInterruptedCheckOfACommand() {
        Path file = dying.archive("c.txt", LINES);
        UUID id = dying.reception.now(Subject.SYSTEM, "fake", file, FeedOptions.NONE, Doing.CHECK_ONLY);
        next.steps.recover();
        assertThat(next.run(id).state()).isEqualTo(FeedState.RECEIVED);
        clock.pass(Duration.ofMinutes(2));
        next.steps.recover();
        assertThat(next.run(id).state()).isEqualTo(FeedState.FAILED);
    }

    private void crowd() {
        String[] lines = new String[21];
        lines[0] = LINES[0];
        for (int i = 1; i <= 20; i++) {
            lines[i] = "pupil x" + i + " A";
        }
        assertThat(dying.pass(Doing.APPLY, lines).state()).isEqualTo(FeedState.APPLIED);
    }

    private UUID received() {
        return dying.reception.later(
                Subject.SYSTEM, "fake", dying.archive("a.txt", LINES), FeedOptions.NONE, Doing.APPLY);
    }

    private void resumed(UUID id, FeedState left) {
        assertThat(next.run(id).state()).isEqualTo(left);
        takeUp(id);
        assertThat(next.run(id).state()).isEqualTo(FeedState.APPLIED);
        assertThat(next.directory.pupils()).hasSize(2);
    }

    private void takeUp(UUID id) {
        next.steps.recover();
        assertThat(next.scheduled).contains("feed.step " + id);
        next.steps.work(id);
    }

    private static void killed(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Node.Killed.class);
    }

    private void dropLocks() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
