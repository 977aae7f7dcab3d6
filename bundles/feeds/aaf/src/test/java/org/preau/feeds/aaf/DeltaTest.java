package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;

/** What a delta asks for. */
class DeltaTest {
    @TempDir
    Path folder;

    private final MemoryDirectory directory = new MemoryDirectory(new AafFeed("24", "1D"));

    @BeforeEach
    void takeBaseline() {
        directory.take(Expected.of("full-seed7").archive());
    }

    @Test
    @Requirement("44A")
    void leadsToTheStateThatItsTruthTells() {
        Expected expected = Expected.of("delta-seed8");
        Map<String, Integer> counts = directory.take(expected.archive());
        assertThat(directory.findings()).isEmpty();
        assertThat(directory.complete()).isFalse();
        assertThat(expected.numbers(expected.truth().path("totals"))).containsAllEntriesOf(directory.totals());
        assertThat(counts).containsEntry("Eleve", 5 + 12 + 3).containsEntry("PersRelEleve", 1 + 10 + 6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @Requirement("44A")
    void ofADeltaGivesTheCompleteArchiveOfTheEnd(long seed) {
        Town town = new Town(seed, 20);
        MemoryDirectory stepwise = new MemoryDirectory(new AafFeed("24", "1D"));
        stepwise.take(town.complete(folder));
        stepwise.take(town.change(folder, "20261201", 25));
        stepwise.take(town.change(folder, "20261215", 25));
        assertThat(stepwise.rejected()).describedAs("%s", stepwise.findings()).isFalse();
        MemoryDirectory atOnce = new MemoryDirectory(new AafFeed("24", "1D"));
        atOnce.take(town.complete(folder));
        assertThat(stepwise.all()).isEqualTo(atOnce.all());
    }

    @Test
    void replacesOnlyWhatIsNamedAndTakesAwayWhatIsEmpty() {
        take(Slice.delta(Kind.GUARDIAN).modify("30000083", Map.of("ENTPersonMail", List.of())));
        FeedRecord.Guardian guardian =
                (FeedRecord.Guardian) directory.all().get(RecordKind.GUARDIAN).get("30000083");
        assertThat(guardian.email()).isEmpty();
        assertThat(guardian.names().lastName()).isNotEmpty();
        assertThat(directory.rejected()).isFalse();
    }

    @Test
    void refusesAnyOperationButReplaceAndNamesTheRecord() {
        take(Slice.delta(Kind.GUARDIAN)
                .modify("30000083", "add", Map.of("ENTPersonMail", List.of("a@example.org")))
                .modify("30000004", "delete", Map.of("ENTPersonVille", List.of())));
        assertThat(directory.findings())
                .extracting(LoadFinding::code, LoadFinding::record, LoadFinding::field)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("unknown-operation", "30000083", "ENTPersonMail"),
                        org.assertj.core.groups.Tuple.tuple("unknown-operation", "30000004", "ENTPersonVille"));
        assertThat(directory.rejected()).isTrue();
    }

    @Test
    void warnsOfBadValuesInAChangeAsInAWholeRecord() {
        take(Slice.delta(Kind.PUPIL)
                .modify(
                        "10010567",
                        Map.of(
                                "ENTPersonClasses", List.of("3004$CLASSE$CP"),
                                "ENTPersonDateNaissance", List.of("2018-05-03"),
                                "ENTPersonNom", List.of())));
        assertThat(directory.codes()).containsExactlyInAnyOrder("bad-composite", "bad-date", "missing-name");
        assertThat(directory.findings()).allSatisfy(finding -> {
            assertThat(finding.record()).isEqualTo("10010567");
            assertThat(finding.file()).contains("_Delta_");
            assertThat(finding.field()).isNotEmpty();
        });
    }

    @Test
    void refusesASchoolWithoutUai() {
        take(Slice.delta(Kind.SCHOOL).modify("3001", Map.of("ENTStructureUAI", List.of())));
        assertThat(directory.codes()).containsExactly("bad-uai");
    }

    @Test
    void refusesAMixtureOfModes() {
        take(Slice.delta(Kind.PUPIL).delete("10010567"), Slice.complete(Kind.GUARDIAN));
        assertThat(directory.codes()).containsExactly("mixed-archive");
    }

    @Test
    void refusesAnArchiveWhoseNameSaysAnotherModeThanItsFiles() {
        Path archive = folder.resolve("ENT1D.20261201_TEST_Delta.tgz");
        Archives.tgz(archive, Archives.files(Slice.complete(Kind.PUPIL), Slice.complete(Kind.GUARDIAN)));
        directory.take(archive);
        assertThat(directory.codes()).containsExactly("mixed-archive");
    }

    @Test
    void takesADeltaThatOnlyAddsAndOneThatSaysNothing() {
        take(Slice.delta(Kind.GUARDIAN)
                .add("77", Map.of("ENTPersonNom", List.of("A"), "ENTPersonPrenom", List.of("B"))));
        assertThat(directory.findings()).isEmpty();
        take(Slice.delta(Kind.GUARDIAN));
        assertThat(directory.codes()).containsExactly("nothing-to-do");
        take(Slice.delta(Kind.GUARDIAN).modify("77", Map.of()));
        assertThat(directory.codes()).containsExactly("empty-change");
    }

    private void take(Slice... slices) {
        directory.take(Archives.tgz(folder.resolve("delta.tgz"), Archives.files(slices)));
    }
}
