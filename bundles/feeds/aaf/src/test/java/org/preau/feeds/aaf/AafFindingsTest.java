package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedOutcome;

/** What the report says of defective archives: file, record, attribute. */
class AafFindingsTest {
    private static TestPortal portal;

    @BeforeAll
    static void open() {
        portal = new TestPortal("24");
    }

    @AfterAll
    static void drop() {
        portal.close();
    }

    @Test
    void namesTheFileThatIsCutShortAndTheRecordItStopsIn() {
        LoadFinding finding = only("truncated-file");
        assertThat(finding.code()).isEqualTo("not-well-formed");
        assertThat(finding.file()).isEqualTo("ENT_ENT-ECOLE_Complet_20261201_Eleve_0000.xml");
        assertThat(finding.record()).isNotEmpty();
    }

    @Test
    void namesTheSliceThatIsMissing() {
        assertThat(only("missing-slice").file()).isEqualTo("ENT_ENT-ECOLE_Complet_20261201_Eleve_0001.xml");
    }

    @Test
    void namesTheEmptyFile() {
        assertThat(only("empty-file").file()).isEqualTo("ENT_ENT-ECOLE_Complet_20261201_PersEducNat_0000.xml");
    }

    @Test
    void tellsTheAcademyFoundAndTheOneExpected() {
        LoadFinding finding = only("wrong-academy");
        assertThat(finding.field()).isEqualTo("codeAcademieExport");
        assertThat(finding.message()).contains("25").contains("24");
    }

    @Test
    void refusesEntitiesAtOnceWithoutFetchingAnything() {
        assertThat(only("entity-bomb").code()).isEqualTo("document-type");
        assertThat(only("xxe").code()).isEqualTo("document-type");
    }

    @Test
    void listsUnknownAttributesOnceEachAndKeepsTheirValues() {
        Verdict report = check("unknown-attribute");
        assertThat(report.findings())
                .extracting(LoadFinding::field)
                .containsExactlyInAnyOrder("ENTEleveAttestationNumerique", "ENTEcoleLabelInvente");
        assertThat(Keys.records("unknown-attribute"))
                .filteredOn(record -> record instanceof FeedRecord.Pupil pupil
                        && pupil.raw().containsKey("ENTEleveAttestationNumerique"))
                .hasSize(5);
    }

    @Test
    void namesBothPupilsOfOneIneAndBothWithoutGuardian() {
        assertThat(records("duplicate-ine", "duplicate-ine")).containsExactlyInAnyOrder("10000000", "10000001");
        assertThat(records("dangling-guardian", "dangling-guardian")).contains("10000001", "10000012");
        assertThat(records("bad-composite", "bad-composite")).contains("10000000", "10000001", "10000002");
    }

    @Test
    void warnsOfVersionsToCome() {
        assertThat(check("future-version").findings())
                .extracting(LoadFinding::field)
                .containsExactlyInAnyOrder("versionAF", "versionSDET");
    }

    @Test
    void readsNamesByTheEncodingTheFileDeclares() {
        Set<String> names = Keys.records("iso-8859-15").stream()
                .filter(FeedRecord.Pupil.class::isInstance)
                .map(record -> ((FeedRecord.Pupil) record).names())
                .map(each -> each.firstName() + " " + each.lastName())
                .collect(Collectors.toSet());
        assertThat(names).contains("Lætitia LEBŒUF-HAŸ", "Zoë LECŒUR", "Ștefan D'ŽIVKOVIČ");
    }

    @Test
    void wantsAnAcademyFromTheConfigurationOrTheCommand() {
        MemoryDirectory unset = new MemoryDirectory(new AafFeed(" , ", "1D"));
        assertThat(unset.take(Expected.of("baseline").archive()))
                .containsOnlyKeys("EtabEducNat", "Eleve", "PersRelEleve", "PersEducNat");
        assertThat(unset.findings()).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("academies")
                .contains("--academy"));
    }

    @Test
    void takesTheAcademyOfTheCommandBeforeThatOfTheConfiguration() {
        FeedOptions versailles = new FeedOptions(Optional.of("025"));
        TestPipeline pipeline = new TestPipeline(portal.feed, portal.loads);
        assertThat(pipeline.run(Expected.of("baseline").archive(), versailles, false, false)
                        .outcome())
                .isEqualTo(FeedOutcome.REJECT);
        assertThat(pipeline.run(Expected.of("wrong-academy").archive(), versailles, false, false)
                        .outcome())
                .isEqualTo(FeedOutcome.ACCEPT);
    }

    @Test
    void rejectsWhatIsNoArchive() {
        Path truth = Expected.of("baseline").archive().resolveSibling("expected.json");
        assertThat(portal.check(truth).outcome()).isEqualTo(FeedOutcome.REJECT);
        assertThat(portal.check(Path.of("no-such-file")).outcome()).isEqualTo(FeedOutcome.REJECT);
    }

    private static Verdict check(String name) {
        return portal.check(Expected.of(name).archive());
    }

    private static LoadFinding only(String name) {
        List<LoadFinding> findings = check(name).errors();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<String> records(String name, String code) {
        return check(name).records(code);
    }
}
