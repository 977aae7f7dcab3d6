package org.preau.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.persistence.testing.TestDatabase;

/** Archives that bear a day to come. The node's clock says 22 November 2026. */
@Requirement("44B")
class FutureArchiveTest {
    @TempDir
    private Path home;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aDateThatCannotBeTrueWaitsForSomebody() {
        Node node = node(Map.of());
        FeedRun run = node.pass(Doing.APPLY, "begin 24 complete 2062-11-21", "pupil 1 A");
        assertThat(run.state()).isEqualTo(FeedState.HELD);
        assertThat(run.outcome()).isEqualTo(FeedOutcome.HOLD);
        assertThat(node.directory.pupils()).isEmpty();
        LoadFinding finding =
                node.reviews.findings(run.id(), PageRequest.first(5)).items().get(0);
        assertThat(finding.code()).isEqualTo("future-archive");
        assertThat(finding.message(Locale.FRENCH)).contains("datée du 2062-11-21 par son expéditeur");

        node.acts.accept(Subject.SYSTEM, run.id(), Leavers.all(), true);
        node.steps.work(run.id());
        assertThat(node.run(run.id()).state()).isEqualTo(FeedState.APPLIED);
        assertThat(node.directory.pupils()).containsOnlyKeys("1");
    }

    @Test
    void aDateThatMayBeASlowOrFastClockPasses() {
        FeedRun run = node(Map.of()).pass(Doing.APPLY, "begin 24 complete 2027-06-01", "pupil 1 A");
        assertThat(run.outcome()).isEqualTo(FeedOutcome.ACCEPT);
    }

    @Test
    void anAcademyMayHoldWhatIsAheadByDays() {
        Node node = node(Map.of("hold_days_ahead", 2));
        assertThat(node.pass(Doing.APPLY, "begin 24 complete 2026-11-24", "pupil 1 A")
                        .state())
                .isEqualTo(FeedState.APPLIED);
        assertThat(node.pass(Doing.APPLY, "begin 24 complete 2026-11-25", "pupil 1 A")
                        .outcome())
                .isEqualTo(FeedOutcome.HOLD);
    }

    private Node node(Map<String, Object> settings) {
        return new Node(database, database.tx(new FeedUnit()), new Ticking(), home, settings);
    }
}
