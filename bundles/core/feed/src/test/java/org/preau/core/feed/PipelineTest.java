package org.preau.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.ChangeSample.Change;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedChanged;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.HeldSchool;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement("44B")
class PipelineTest {
    private static final String BEGIN = "begin 24 complete 2026-11-16";

    @TempDir
    private Path home;

    private TestDatabase database;
    private Node node;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        node = new Node(database, database.tx(new FeedUnit()), new Ticking(), home, Map.of());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void appliesWhatIsGood() {
        FeedRun run = node.pass(Doing.APPLY, BEGIN, "pupil 1 A", "pupil 2 A");
        assertThat(run.state()).isEqualTo(FeedState.APPLIED);
        assertThat(run.outcome()).isEqualTo(FeedOutcome.ACCEPT);
        assertThat(run.academy()).isEqualTo("24");
        assertThat(run.mode()).isEqualTo("complete");
        assertThat(run.counts()).containsEntry("Eleve", 2);
        assertThat(run.difference().created()).isEqualTo(2);
        assertThat(run.progress()).isEqualTo(100);
        assertThat(run.ended()).isNotNull();
        assertThat(node.directory.pupils()).containsEntry("1", "A").hasSize(2);
        assertThat(node.events)
                .contains(
                        new FeedChanged(run.id(), FeedState.RECEIVED),
                        new FeedChanged(run.id(), FeedState.CHECKING),
                        new FeedChanged(run.id(), FeedState.APPLYING),
                        new FeedChanged(run.id(), FeedState.APPLIED));
        assertThat(node.audited.toString())
                .contains("feed.receive", "feed.applied feed:" + run.id(), run.sha256(), "created=2");
    }

    @Test
    void takesTheSameArchiveAgain() {
        node.pass(Doing.APPLY, BEGIN, "pupil 1 A");
        FeedRun again = node.pass(Doing.APPLY, BEGIN, "pupil 1 A");
        assertThat(again.state()).isEqualTo(FeedState.APPLIED);
        assertThat(again.difference().isEmpty()).isTrue();
        UUID undo = node.acts.restore(Subject.SYSTEM, again.id(), true);
        node.steps.work(undo);
        assertThat(node.run(undo).state()).isEqualTo(FeedState.APPLIED);
        assertThat(node.run(again.id()).state()).isEqualTo(FeedState.RESTORED);
        assertThat(node.directory.pupils()).containsOnlyKeys("1");
    }

    @Test
    void undoesADeltaThatWasAppliedBeforeAndChangedNothing() {
        FeedRun again = node.pass(Doing.APPLY, BEGIN, "pupil 1 A", "warn already-applied");
        UUID undo = node.acts.restore(Subject.SYSTEM, again.id(), true);
        node.steps.work(undo);
        assertThat(node.run(undo).outcome()).isEqualTo(FeedOutcome.ACCEPT);
        assertThat(node.run(undo).state()).isEqualTo(FeedState.APPLIED);
        assertThat(node.run(again.id()).state()).isEqualTo(FeedState.RESTORED);
    }

    @Test
    void waitsForSomebodyWhenAsked() {
        FeedRun run = node.pass(Doing.REVIEW, BEGIN, "pupil 1 A", "warn odd");
        assertThat(run.state()).isEqualTo(FeedState.CHECKED);
        assertThat(run.outcome()).isEqualTo(FeedOutcome.WARN);
        assertThat(node.directory.pupils()).isEmpty();
        assertThat(node.reviews.samples(run.id(), "A", RecordKind.PUPIL, Change.CREATED))
                .hasSize(1);
        node.acts.apply(Subject.SYSTEM, run.id(), true);
        assertThat(node.scheduled).endsWith("feed.step " + run.id());
        node.steps.work(run.id());
        assertThat(node.run(run.id()).state()).isEqualTo(FeedState.APPLIED);
        assertThat(node.directory.pupils()).hasSize(1);
        assertThatThrownBy(() -> node.acts.apply(Subject.SYSTEM, run.id(), true))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void rejectsWithAllThatIsWrong() {
        FeedRun run = node.pass(Doing.APPLY, BEGIN, "pupil 1 A", "error bad", "warn odd", "error worse");
        assertThat(run.state()).isEqualTo(FeedState.REJECTED);
        assertThat(run.outcome()).isEqualTo(FeedOutcome.REJECT);
        assertThat(run.errors()).isEqualTo(2);
        assertThat(run.warnings()).isEqualTo(1);
        assertThat(node.reviews.findings(run.id(), PageRequest.first(9)).items())
                .extracting("code")
                .containsExactly("bad", "worse", "odd");
        assertThat(node.directory.pupils()).isEmpty();
        assertThat(node.pass(Doing.APPLY).state()).isEqualTo(FeedState.REJECTED);
    }

    @Test
    void warnsOfAnOldArchive() {
        FeedRun run = node.pass(Doing.APPLY, "begin 24 complete 2025-08-01", "pupil 1 A");
        assertThat(run.outcome()).isEqualTo(FeedOutcome.WARN);
        assertThat(node.reviews.findings(run.id(), PageRequest.first(9)).items())
                .extracting("code")
                .containsExactly("old-archive");
    }

    @Test
    void holdsAMassDepartureUntilItIsAccepted() throws Exception {
        crowd();
        FeedRun held = node.pass(Doing.APPLY, crowdWithout("A", 10));
        assertThat(held.state()).isEqualTo(FeedState.HELD);
        assertThat(held.outcome()).isEqualTo(FeedOutcome.HOLD);
        assertThat(node.directory.pupils()).hasSize(200);
        assertThat(node.reviews.held(held.id(), PageRequest.first(9)).items())
                .containsExactly(new HeldSchool("A", "École A", 100, 10, false));
        node.acts.accept(Subject.SYSTEM, held.id(), Leavers.all(), true);
        assertThat(node.run(held.id()).state()).isEqualTo(FeedState.APPLYING);
        node.steps.work(held.id());
        assertThat(node.run(held.id()).state()).isEqualTo(FeedState.APPLIED);
        assertThat(node.run(held.id()).outcome()).isEqualTo(FeedOutcome.WARN);
        assertThat(node.directory.pupils()).hasSize(190);
        assertThat(node.audited.toString()).contains("feed.hold-accept");
    }

    @Test
    void letsThoseOfAnAcceptedSchoolLeaveOnly() {
        crowd();
        List<String> lines = new ArrayList<>(List.of(BEGIN));
        for (int i = 0; i < 100; i++) {
            lines.add(i < 90 ? "pupil a" + i + " A" : "warn x");
            lines.add(i < 80 ? "pupil b" + i + " B" : "warn x");
        }
        FeedRun held = node.pass(Doing.APPLY, lines.toArray(String[]::new));
        assertThat(node.reviews.held(held.id(), PageRequest.first(9)).total()).isEqualTo(2);
        assertThatThrownBy(() -> node.acts.accept(Subject.SYSTEM, held.id(), new Leavers.OfSchools(Set.of("Z")), true))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("Z");
        node.acts.accept(Subject.SYSTEM, held.id(), new Leavers.OfSchools(Set.of("A")), true);
        node.steps.work(held.id());
        assertThat(node.run(held.id()).state()).isEqualTo(FeedState.APPLIED);
        assertThat(node.directory.pupils().values())
                .hasSize(190)
                .filteredOn("A"::equals)
                .hasSize(90);
        assertThat(node.reviews.held(held.id(), PageRequest.first(9)).items())
                .extracting(HeldSchool::code, HeldSchool::accepted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("B", false),
                        org.assertj.core.groups.Tuple.tuple("A", true));
    }

    @Test
    void holdsAgainWhenMoreWouldLeaveThanWasAccepted() {
        crowd();
        FeedRun held = node.pass(Doing.APPLY, crowdWithout("A", 10));
        Map<String, String> more = node.directory.pupils();
        more.put("late", "A");
        node.directory.replace(more);
        node.acts.accept(Subject.SYSTEM, held.id(), Leavers.all(), true);
        node.steps.work(held.id());
        assertThat(node.run(held.id()).state()).isEqualTo(FeedState.HELD);
        assertThat(node.directory.pupils()).hasSize(201);
        node.acts.accept(Subject.SYSTEM, held.id(), Leavers.all(), true);
        node.steps.work(held.id());
        assertThat(node.directory.pupils()).hasSize(190);
    }

    @Test
    void letsEverybodyLeaveWhenToldSoBeforehand() {
        crowd();
        FeedRun run = node.pass(Doing.APPLY_FREELY, BEGIN, "pupil a1 A");
        assertThat(run.state()).isEqualTo(FeedState.APPLIED);
        assertThat(run.outcome()).isEqualTo(FeedOutcome.ACCEPT);
        assertThat(node.directory.pupils()).hasSize(1);
    }

    @Test
    void refusesWhatSomebodyRejects() {
        crowd();
        FeedRun held = node.pass(Doing.APPLY, crowdWithout("A", 50));
        node.acts.reject(Subject.SYSTEM, held.id(), "tranche perdue");
        assertThat(node.run(held.id()).state()).isEqualTo(FeedState.REJECTED);
        assertThat(node.runs.get(held.id()).reason()).isEqualTo("tranche perdue");
        assertThatThrownBy(() -> node.acts.accept(Subject.SYSTEM, held.id(), Leavers.all(), true))
                .isInstanceOf(PortalException.class);
        assertThat(node.directory.pupils()).hasSize(200);
    }

    @Test
    void checksWithoutKeepingOrWriting() throws Exception {
        crowd();
        Path file = node.archive("check.txt", crowdWithout("A", 50));
        UUID id = node.reception.now(Subject.SYSTEM, "fake", file, FeedOptions.NONE, Doing.CHECK_ONLY);
        node.steps.now(id, file);
        assertThat(node.run(id).outcome()).isEqualTo(FeedOutcome.HOLD);
        assertThat(node.run(id).state()).isEqualTo(FeedState.CHECKED);
        assertThat(Files.exists(node.settings.store().resolve(id.toString()))).isFalse();
        assertThat(node.directory.pupils()).hasSize(200);
        assertThatThrownBy(() -> node.acts.apply(Subject.SYSTEM, id, true)).isInstanceOf(PortalException.class);
    }

    @Test
    void undoesAnArchiveAndLaterOnes() {
        FeedRun first = node.pass(Doing.APPLY, BEGIN, "pupil 1 A");
        FeedRun second = node.pass(Doing.APPLY, BEGIN, "pupil 1 A", "pupil 2 A");
        FeedRun third = node.pass(Doing.APPLY, BEGIN, "pupil 1 A", "pupil 2 A", "pupil 3 A");
        UUID undo = node.acts.restore(Subject.SYSTEM, second.id(), true);
        node.steps.work(undo);
        assertThat(node.run(undo).state()).isEqualTo(FeedState.APPLIED);
        assertThat(node.run(undo).mode()).isEqualTo("restore");
        assertThat(node.directory.pupils()).containsOnlyKeys("1");
        assertThat(states(first, second, third))
                .containsExactly(FeedState.APPLIED, FeedState.RESTORED, FeedState.RESTORED);
        assertThatThrownBy(() -> node.acts.restore(Subject.SYSTEM, third.id(), true))
                .isInstanceOf(PortalException.class);
        UUID back = node.acts.restore(Subject.SYSTEM, undo, true);
        node.steps.work(back);
        assertThat(node.directory.pupils()).hasSize(3);
        assertThat(node.run(undo).state()).isEqualTo(FeedState.RESTORED);
        assertThat(states(first, second, third))
                .containsExactly(FeedState.APPLIED, FeedState.APPLIED, FeedState.APPLIED);
    }

    @Test
    void saysThatThePortalFailedAndLetsTryAgain() {
        node.feed.once(() -> {
            throw new IllegalStateException("bug");
        });
        FeedRun failed = node.pass(Doing.APPLY, BEGIN, "pupil 1 A");
        assertThat(failed.state()).isEqualTo(FeedState.FAILED);
        assertThat(failed.outcome()).isNull();
        node.acts.apply(Subject.SYSTEM, failed.id(), true);
        node.steps.work(failed.id());
        assertThat(node.run(failed.id()).state()).isEqualTo(FeedState.APPLIED);
    }

    private List<FeedState> states(FeedRun... runs) {
        return java.util.Arrays.stream(runs)
                .map(run -> node.run(run.id()).state())
                .toList();
    }

    /** Two schools of a hundred pupils. */
    private void crowd() {
        node.pass(Doing.APPLY, crowdWithout("A", 0));
        assertThat(node.directory.pupils()).hasSize(200);
    }

    private static String[] crowdWithout(String school, int gone) {
        List<String> lines = new ArrayList<>(List.of(BEGIN));
        for (int i = 0; i < 100; i++) {
            if (i >= gone || !school.equals("A")) {
                lines.add("pupil a" + i + " A");
            }
            if (i >= gone || !school.equals("B")) {
                lines.add("pupil b" + i + " B");
            }
        }
        return lines.toArray(String[]::new);
    }
}
