package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedOutcome;

/** Deltas in the directory itself. */
class AafDeltaTest {
    @TempDir
    Path folder;

    private final TestPortal portal = new TestPortal("24");

    @AfterEach
    void drop() {
        portal.close();
    }

    @Test
    @Requirement("44A")
    void leadsToTheTotalsThatItsTruthTells() {
        portal.apply(Expected.of("full-seed7").archive());
        Expected expected = Expected.of("delta-seed8");
        Verdict verdict = portal.apply(expected.archive());
        assertThat(verdict.outcome()).describedAs("%s", verdict.findings()).isEqualTo(FeedOutcome.ACCEPT);
        assertThat(verdict.difference().of(RecordKind.PUPIL).created()).isEqualTo(5);
        assertThat(verdict.difference().of(RecordKind.PUPIL).leaving()).isEqualTo(3);
        assertThat(verdict.difference().of(RecordKind.GUARDIAN).leaving()).isEqualTo(6);
        assertThat(expected.numbers(expected.truth().path("totals")))
                .containsAllEntriesOf(AafArchivesTest.totals(portal.directory.totals(Optional.empty())));
        AafArchivesTest.bySchool(portal, expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103})
    @Requirement("44A")
    void ofADeltaLeavesNothingToDoForTheCompleteArchiveOfTheEnd(long seed) {
        Town town = new Town(seed, 20);
        portal.applyAndLetGo(town.complete(folder));
        portal.applyAndLetGo(town.change(folder, "20261201", 20));
        Verdict second = portal.applyAndLetGo(town.change(folder, "20261215", 20));
        assertThat(second.applied()).describedAs("%s", second.findings()).isTrue();
        var stepwise = portal.directory.totals(Optional.empty());
        Verdict whole = portal.applyAndLetGo(town.complete(folder));
        assertThat(whole.difference().isEmpty())
                .describedAs("%s", whole.changes())
                .isTrue();
        assertThat(portal.directory.totals(Optional.empty())).isEqualTo(stepwise);
    }

    @Test
    void tellsOfKeysThatAreNotKnownAndKeepsTheRest() {
        portal.apply(Expected.of("baseline").archive());
        Verdict verdict = take(
                Slice.delta(Kind.PUPIL)
                        .modify("987654", Map.of("ENTPersonNom", List.of("NOUVEAU")))
                        .modify("10000000", Map.of("ENTPersonNom", List.of("NOUVEAU"))),
                Slice.delta(Kind.GUARDIAN).delete("987655"));
        assertThat(verdict.findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.record()).startsWith("98765");
            assertThat(finding.file()).contains("_Delta_");
            assertThat(finding.message()).isNotBlank();
        });
        assertThat(portal.count("select count(*) from directory.person where last_name = 'NOUVEAU'"))
                .isEqualTo(verdict.applied() ? 1 : 0);
    }

    @Test
    void takesARecordTwiceInOneDeltaWithoutHarm() {
        portal.apply(Expected.of("baseline").archive());
        int pupils = portal.directory.totals(Optional.empty()).pupils();
        Verdict twice = take(Slice.delta(Kind.PUPIL).delete("10000000").delete("10000000"));
        Verdict again = take(Slice.delta(Kind.PUPIL).delete("10000000"));
        assertThat(twice.outcome()).isNotNull();
        assertThat(again.outcome()).isNotNull();
        assertThat(portal.directory.totals(Optional.empty()).pupils()).isBetween(pupils - 1, pupils);
    }

    private Verdict take(Slice... slices) {
        return portal.applyAndLetGo(Archives.tgz(folder.resolve("delta.tgz"), Archives.files(slices)));
    }
}
