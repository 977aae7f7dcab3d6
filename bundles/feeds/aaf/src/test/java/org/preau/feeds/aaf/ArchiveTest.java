package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.directory.load.LoadFinding;

class ArchiveTest {
    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void readBaseline() throws IOException {
        new Archive(Expected.of("baseline").archive(), ArchiveLimits.NORMAL).forEach((name, in) -> {
            files.put(name, in.readAllBytes());
            return true;
        });
    }

    @Test
    void readsZipAndFolderLikeTarGz() throws IOException {
        Path zip = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry("inside/" + file.getKey()));
                out.write(file.getValue());
            }
        }
        Path loose = Files.createDirectory(folder.resolve("loose"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(loose.resolve(file.getKey()), file.getValue());
        }
        assertThat(ArchiveMeasure.normalise(zip, "24")).isEqualTo(2 + 235 + 397 + 15);
        assertThat(ArchiveMeasure.normalise(loose, "24")).isEqualTo(2 + 235 + 397 + 15);
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarTooMuch() throws IOException {
        Path bomb = folder.resolve("bomb.tgz");
        byte[] blanks = new byte[1 << 20];
        try (TarArchiveOutputStream tar = tar(bomb)) {
            TarArchiveEntry entry = new TarArchiveEntry("ENT_X_Complet_20261201_Eleve_0000.xml");
            entry.setSize(200L << 20);
            tar.putArchiveEntry(entry);
            for (int i = 0; i < 200; i++) {
                tar.write(blanks);
            }
            tar.closeArchiveEntry();
        }
        assertThat(read(bomb)).extracting(LoadFinding::code).contains("bad-archive");
    }

    @Test
    void refusesLinks() throws IOException {
        Path linked = folder.resolve("linked.tgz");
        try (TarArchiveOutputStream tar = tar(linked)) {
            TarArchiveEntry entry =
                    new TarArchiveEntry("ENT_X_Complet_20261201_Eleve_0000.xml", TarConstants.LF_SYMLINK);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        assertThat(read(linked)).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("link"));
    }

    @Test
    void saysWhenTheArchiveItselfIsCutShort() throws IOException {
        Path cut = folder.resolve("cut.tgz");
        byte[] whole = Files.readAllBytes(Expected.of("baseline").archive());
        try (OutputStream out = Files.newOutputStream(cut)) {
            out.write(whole, 0, whole.length / 2);
        }
        assertThat(read(cut)).extracting(LoadFinding::code).contains("bad-archive");
    }

    @Test
    void refusesAHeadThatDoesNotFitTheName() throws IOException {
        assertThat(codes(Map.of("20261116", "20261117"))).contains("wrong-date");
        assertThat(codes(Map.of("20261116_Eleve", "20261117_Eleve"))).contains("mixed-archive");
        assertThat(codes(Map.of("Eleve_0000", "PersRelEleve_0001"))).contains("wrong-category", "missing-kind");
    }

    @Test
    void refusesTheSecondDegree() throws IOException {
        replace("degre=\"1D\"", "degre=\"2D\"");
        assertThat(codes(Map.of())).containsExactly("wrong-degree");
    }

    @Test
    void stopsAtALongProlog() {
        String prolog = "<?xml version=\"1.0\"?><!-- " + "x".repeat(100_000) + " --><ficAlimMENESR/>";
        assertThatThrownBy(() -> new SliceReader()
                        .read(
                                "a.xml",
                                Kind.PUPIL,
                                new java.io.ByteArrayInputStream(prolog.getBytes(StandardCharsets.UTF_8)),
                                new Nothing()))
                .isInstanceOf(BadSliceException.class);
    }

    @Test
    void takesRecordsOneAtATimeWhateverTheirOrder() throws Exception {
        String text = "<ficAlimMENESR><!-- degre=\"1D\" --><addRequest><identifier><id> 7 </id></identifier>"
                + "<operationalAttributes><attr name=\"categoriePersonne\"><value>Eleve</value></attr></operationalAttributes>"
                + "<attributes><attr name=\"ENTPersonNom\"><value>  DE   LA&#160;TOUR </value></attr>"
                + "<attr name=\"ENTPersonPrenom\"><value>Ze\u0301lie</value></attr><attr name=\"X\"><value/></attr></attributes></addRequest></ficAlimMENESR>";
        Nothing sink = new Nothing();
        new SliceReader()
                .read(
                        "a.xml",
                        Kind.PUPIL,
                        new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        sink);
        assertThat(sink.records).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("7");
            assertThat(record.one("ENTPersonNom")).isEqualTo("DE LA TOUR");
            assertThat(record.one("ENTPersonPrenom")).isEqualTo("Zélie");
            assertThat(record.attributes()).doesNotContainKey("X");
        });
    }

    @Test
    void writesPlacesAsOneReadsThem() {
        assertThat(FrenchCase.of("VITRY-SUR-SEINE")).isEqualTo("Vitry-sur-Seine");
        assertThat(FrenchCase.of("L'ÎLE-SAINT-DENIS")).isEqualTo("L'Île-Saint-Denis");
        assertThat(FrenchCase.of("École de l'Étang")).isEqualTo("École de l'Étang");
    }

    private static final class Nothing implements SliceReader.Sink {
        private final List<RawRecord> records = new ArrayList<>();

        @Override
        public void header(Header header) {}

        @Override
        public void record(Request request, RawRecord record) {
            records.add(record);
        }

        @Override
        public void wrong(String key, String record, String field, Object... arguments) {}

        @Override
        public void doubtful(String key, String record, String field, Object... arguments) {}
    }

    private void replace(String from, String to) {
        files.replaceAll((name, content) ->
                new String(content, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> codes(Map<String, String> renamed) throws IOException {
        Path zip = Files.createTempFile(folder, "archive", ".zip");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String name = file.getKey();
                for (Map.Entry<String, String> change : renamed.entrySet()) {
                    name = name.replace("_" + change.getKey(), "_" + change.getValue());
                }
                out.putNextEntry(new ZipEntry(name));
                out.write(file.getValue());
            }
        }
        Files.write(zip, bytes.toByteArray());
        return read(zip).stream().map(LoadFinding::code).toList();
    }

    private static List<LoadFinding> read(Path archive) {
        MemoryDirectory directory = new MemoryDirectory(new AafFeed("24", "1D"));
        directory.take(archive);
        return directory.findings();
    }

    private static TarArchiveOutputStream tar(Path file) throws IOException {
        return new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
    }
}
