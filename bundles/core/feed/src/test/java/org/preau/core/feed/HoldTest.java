package org.preau.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.Leavers;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.HeldSchool;
import org.preau.core.feed.run.NewRun.Doing;

/** A mass departure waits for somebody. */
@Requirement("44B")
class HoldTest extends FeedWorld {
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
}
