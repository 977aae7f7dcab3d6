package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.RecordKind;

/** Further ways in which archives go wrong, or only look as if. */
class OtherDefectsTest {
    private static final Map<String, List<String>> PERSON =
            Map.of("ENTPersonNom", List.of("LEBŒUF"), "ENTPersonPrenom", List.of("Zoë"));
    private static final Map<String, List<String>> SCHOOL =
            Map.of("ENTStructureUAI", List.of("0930001A"), "ENTStructureNomCourant", List.of("E.M.PU$LES LILAS$BONDY"));

    @TempDir
    Path folder;

    private final MemoryDirectory directory = new MemoryDirectory(new AafFeed("24,25", "1D"));

    @Test
    void readsZipTarFoldersAndFoldersInThem() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        sound("UTF-8", StandardCharsets.UTF_8).forEach((name, bytes) -> files.put("CRETEIL/lot 1/" + name, bytes));
        files.put("__MACOSX/CRETEIL/._ENT_TEST_Complet_20261116_Eleve_0000.xml", new byte[] {0, 5, 22, 7});
        files.put("CRETEIL/.DS_Store", new byte[] {0});
        files.put("ficAlimMENESR.dtd", new byte[] {'<'});
        for (Path archive : List.of(
                Archives.zip(folder.resolve("a.zip"), files),
                Archives.plainTar(folder.resolve("a.tar"), files),
                Archives.tgz(folder.resolve("a.TGZ"), files),
                Archives.folder(folder.resolve("loose"), files))) {
            assertThat(directory.take(archive)).describedAs("%s", archive).containsEntry("Eleve", 1);
            assertThat(directory.findings()).isEmpty();
        }
    }

    @Test
    void readsNamesInOtherCase() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        sound("UTF-8", StandardCharsets.UTF_8)
                .forEach((name, bytes) -> files.put(name.replace(".xml", ".XML").replace("Eleve", "ELEVE"), bytes));
        directory.take(Archives.zip(folder.resolve("a.zip"), files));
        assertThat(directory.findings()).isEmpty();
        assertThat(directory.totals()).containsEntry("pupils", 1).containsEntry("guardians", 1);
    }

    @Test
    void readsEveryEncodingThatIsDeclared() {
        assertThat(lastName("UTF-8", StandardCharsets.UTF_8)).isEqualTo("LEBŒUF");
        assertThat(lastName("UTF-16", StandardCharsets.UTF_16)).isEqualTo("LEBŒUF");
        assertThat(lastName("windows-1252", Charset.forName("windows-1252"))).isEqualTo("LEBŒUF");
        assertThat(lastName("ISO-8859-15", Charset.forName("ISO-8859-15"))).isEqualTo("LEBŒUF");
        assertThat(directory.findings()).isEmpty();
    }

    @Test
    void readsAByteOrderMark() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        sound("UTF-8", StandardCharsets.UTF_8)
                .forEach((name, bytes) -> files.put(
                        name, ("\uFEFF" + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        assertThat(directory.take(Archives.zip(folder.resolve("a.zip"), files))).containsEntry("Eleve", 1);
        assertThat(directory.findings()).isEmpty();
    }

    @Test
    void putsWindowsLettersRightThatAreDeclaredAsIso() {
        assertThat(lastName("ISO-8859-1", Charset.forName("windows-1252"))).isEqualTo("LEBŒUF");
        assertThat(directory.codes()).isNotEmpty().containsOnly("wrong-encoding");
        assertThat(directory.rejected()).isFalse();
    }

    @Test
    void namesTheFileWithLettersOfAnotherEncoding() {
        directory.take(Archives.zip(folder.resolve("a.zip"), sound("UTF-8", Charset.forName("windows-1252"))));
        assertThat(directory.findings().get(0)).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("bad-encoding");
            assertThat(finding.file()).contains("Eleve_0000");
            assertThat(finding.message()).contains("sent again");
        });
    }

    @Test
    void refusesARecordWithoutAttributesAndAKindWithoutRecords() {
        Map<String, byte[]> files = sound("UTF-8", StandardCharsets.UTF_8);
        Slice pupils = Slice.complete(Kind.PUPIL).add("10", Map.of());
        files.put(pupils.name(0), pupils.bytes());
        directory.take(Archives.zip(folder.resolve("a.zip"), files));
        assertThat(directory.codes()).containsExactly("no-attributes");
        assertThat(directory.findings().get(0).record()).isEqualTo("10");
        Slice none = Slice.complete(Kind.PUPIL);
        files.put(none.name(0), none.bytes());
        directory.take(Archives.zip(folder.resolve("b.zip"), files));
        assertThat(directory.codes()).containsExactly("no-records");
    }

    @Test
    void refusesTwoAcademiesInOneArchive() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        sound("UTF-8", StandardCharsets.UTF_8).forEach((name, bytes) -> {
            files.put("CRETEIL/" + name, bytes);
            files.put(
                    "VERSAILLES/" + name,
                    new String(bytes, StandardCharsets.UTF_8)
                            .replace("Export=\"24\"", "Export=\"25\"")
                            .getBytes(StandardCharsets.UTF_8));
        });
        directory.take(Archives.zip(folder.resolve("a.zip"), files));
        assertThat(directory.codes()).isNotEmpty().containsOnly("mixed-archive");
        assertThat(directory.findings().get(0).message()).contains("24").contains("25");
    }

    @Test
    void refusesASliceThatIsThereTwice() {
        Map<String, byte[]> files = new LinkedHashMap<>(sound("UTF-8", StandardCharsets.UTF_8));
        files.put(
                "copie/" + Slice.complete(Kind.PUPIL).name(0),
                files.get(Slice.complete(Kind.PUPIL).name(0)));
        directory.take(Archives.zip(folder.resolve("a.zip"), files));
        assertThat(directory.codes()).containsExactly("slice-twice");
    }

    @Test
    void tellsABoundedNumberOfTheSameFinding() {
        Map<String, byte[]> files = sound("UTF-8", StandardCharsets.UTF_8);
        Slice pupils = Slice.complete(Kind.PUPIL);
        for (int key = 0; key < 1500; key++) {
            pupils.add("p" + key, Map.of("ENTPersonNom", List.of("A")));
        }
        files.put(pupils.name(0), pupils.bytes());
        directory.take(Archives.zip(folder.resolve("a.zip"), files));
        assertThat(directory.findings()).hasSize(1001);
        assertThat(directory.findings().get(1000).message()).contains("500 more");
    }

    private String lastName(String declared, Charset charset) {
        directory.take(Archives.zip(folder.resolve("a.zip"), sound(declared, charset)));
        FeedRecord.Pupil pupil =
                (FeedRecord.Pupil) directory.all().get(RecordKind.PUPIL).get("10");
        return pupil.names().lastName();
    }

    private static Map<String, byte[]> sound(String declared, Charset charset) {
        return Archives.files(
                Slice.complete(Kind.SCHOOL).encoding(declared, charset).add("1", SCHOOL),
                Slice.complete(Kind.PUPIL).encoding(declared, charset).add("10", PERSON),
                Slice.complete(Kind.GUARDIAN).encoding(declared, charset).add("20", PERSON),
                Slice.complete(Kind.STAFF).encoding(declared, charset).add("30", PERSON));
    }
}
