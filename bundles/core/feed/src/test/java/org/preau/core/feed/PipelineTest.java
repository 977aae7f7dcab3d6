package org.preau.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.ChangeSample.Change;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedChanged;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.core.feed.run.NewRun.Doing;

/** The way of an archive from its reception to the directory. */
@Requirement("44B")
class PipelineTest extends FeedWorld {
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
}
