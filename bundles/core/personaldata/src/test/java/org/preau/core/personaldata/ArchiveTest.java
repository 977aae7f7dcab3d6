package org.preau.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;

/** The archive of what the portal keeps about somebody. */
class ArchiveTest extends PartsWorld {
    @Test
    @Requirement("41B")
    void archiveHoldsAFolderOfEachPartAndSaysWhatIsMissing(@TempDir Path folder) throws IOException {
        Notes broken = new Notes("broken");
        broken.fails = true;
        parts.addData(new Notes("notes"));
        parts.addData(broken);
        Path file = folder.resolve("a.zip");

        List<String> missing = TakeoutZip.write(file, new DataSubject(UUID.randomUUID(), List.of()), parts.all());

        assertThat(missing).containsExactly("broken");
        Map<String, String> content = read(file);
        assertThat(content).containsEntry("notes/a.txt", "alpha").containsEntry("notes/b/c.txt", "beta");
        assertThat(content.get("LISEZMOI-README.txt")).contains("notes: Notes").contains("broken: ");
    }

    @Test
    void refusesNamesThatLeadOutOfThePartsFolder(@TempDir Path folder) throws IOException {
        for (String name : List.of("../x", "/x", "a/../../x", "a//b", ".x", "a.txt", "")) {
            parts = new Parts(clock);
            parts.addData(new Notes("notes") {
                @Override
                public void export(DataSubject who, PersonalArchive archive) throws IOException {
                    archive.text("a.txt", "first");
                    archive.text(name, "second");
                }
            });
            List<String> missing = TakeoutZip.write(
                    folder.resolve("b.zip"), new DataSubject(UUID.randomUUID(), List.of()), parts.all());
            assertThat(missing).as(name).containsExactly("notes");
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                content.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content;
    }
}
