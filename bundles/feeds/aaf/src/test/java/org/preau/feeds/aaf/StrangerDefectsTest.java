package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;

/** What somebody found who made archives of his own. */
class StrangerDefectsTest {
    private static final Map<String, List<String>> PERSON =
            Map.of("ENTPersonNom", List.of("LEBŒUF"), "ENTPersonPrenom", List.of("Zoë"));
    private static final Map<String, List<String>> SCHOOL =
            Map.of("ENTStructureUAI", List.of("0930001A"), "ENTStructureNomCourant", List.of("E.M.PU$LES LILAS$BONDY"));

    @TempDir
    Path folder;

    private final MemoryDirectory directory = new MemoryDirectory(new AafFeed("24,25", "1D"));

    @Test
    void readsTheChecksumOfTheWholeArchive() throws IOException {
        Path archive = Archives.tgz(folder.resolve("a.tgz"), archive(SCHOOL, PERSON));
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length - 6] ^= 0x55;
        Files.write(archive, bytes);
        directory.take(archive);
        assertThat(directory.codes()).containsExactly("bad-archive");
    }

    @Test
    @Requirement("44A")
    void refusesASchoolOfAnotherAcademyThanTheArchive() {
        take("a.tgz", with(SCHOOL, "ENTServAcCodeAcademie", "024"), PERSON);
        assertThat(directory.codes()).isEmpty();
        take("b.tgz", with(SCHOOL, "ENTServAcCodeAcademie", "025"), PERSON);
        assertThat(directory.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("wrong-academy");
            assertThat(finding.record()).isEqualTo("1");
            assertThat(finding.field()).isEqualTo("ENTServAcCodeAcademie");
            assertThat(finding.message()).contains("025", "24");
            assertThat(finding.message(Locale.FRENCH)).contains("l’archive doit être envoyée de nouveau");
        });
        assertThat(directory.rejected()).isTrue();
    }

    @Test
    void cutsValuesThatHaveNoPlaceInTheDirectory() {
        take("a.tgz", SCHOOL, with(PERSON, "ENTPersonNom", "A".repeat(300_000)));
        assertThat(directory.codes()).containsExactly("too-long");
        assertThat(directory.rejected()).isFalse();
        FeedRecord.Pupil pupil =
                (FeedRecord.Pupil) directory.all().get(RecordKind.PUPIL).get("10");
        assertThat(pupil.names().lastName()).hasSize(500);
    }

    @Test
    void tellsAJointureThatIsNotTheIdentifier() {
        take("a.tgz", SCHOOL, with(PERSON, "ENTPersonJointure", "11"));
        assertThat(directory.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("other-jointure");
            assertThat(finding.severity()).isEqualTo(LoadFinding.Severity.WARNING);
            assertThat(finding.record()).isEqualTo("10");
        });
    }

    @Test
    void tellsAnArchiveCalledByAnotherDay() {
        take("ENT1D.20261116_TEST_Complet.tgz", SCHOOL, PERSON);
        assertThat(directory.codes()).isEmpty();
        take("ENT1D.20261201_TEST_Complet.tgz", SCHOOL, PERSON);
        assertThat(directory.codes()).containsExactly("archive-name");
    }

    @Test
    void namesTheArchiveThatHoldsNoFileOfTheAaf() {
        directory.take(Archives.tgz(folder.resolve("a.tgz"), Map.of("readme.txt", new byte[] {'x'})));
        assertThat(directory.findings())
                .filteredOn(each -> each.code().equals("no-aaf-file"))
                .extracting(LoadFinding::file)
                .containsExactly("a.tgz");
    }

    private void take(String name, Map<String, List<String>> school, Map<String, List<String>> pupil) {
        directory.take(Archives.tgz(folder.resolve(name), archive(school, pupil)));
    }

    private static Map<String, byte[]> archive(Map<String, List<String>> school, Map<String, List<String>> pupil) {
        return Archives.files(
                Slice.complete(Kind.SCHOOL).add("1", school),
                Slice.complete(Kind.PUPIL).add("10", pupil),
                Slice.complete(Kind.GUARDIAN).add("20", PERSON),
                Slice.complete(Kind.STAFF).add("30", PERSON));
    }

    private static Map<String, List<String>> with(Map<String, List<String>> attributes, String name, String value) {
        Map<String, List<String>> more = new HashMap<>(attributes);
        more.put(name, List.of(value));
        return more;
    }
}
