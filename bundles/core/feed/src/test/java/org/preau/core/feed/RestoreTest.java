package org.preau.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.core.feed.run.NewRun.Doing;

/** Archives are undone, and the undoing too. */
@Requirement("44B")
class RestoreTest extends FeedWorld {
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

    private List<FeedState> states(FeedRun... runs) {
        return java.util.Arrays.stream(runs)
                .map(run -> node.run(run.id()).state())
                .toList();
    }
}
