package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;

/** What every feed obeys: it reads its own files without a complaint, says where they come from before the first record, and tells of wrong ones instead of throwing. */
public abstract class FeedContract {
    /** The feed. */
    protected abstract Feed feed();

    /**
     * Makes a small, correct archive of this feed in the folder.
     *
     * @return the archive, file or folder
     */
    protected abstract Path sample(Path folder) throws IOException;

    /** What is said when the sample is handed in; nothing by default. */
    protected FeedOptions options() {
        return FeedOptions.NONE;
    }

    /** Its name is a word of the command line and the name of a folder. */
    @Test
    protected void hasANameThatIsAWord() {
        assertThat(feed().name()).as("the name").matches("[a-z][a-z0-9-]*");
        Said.inBothLanguages("the label", feed().label());
    }

    /** A correct archive is read without an error, its origin told once and first. */
    @Test
    protected void readsItsOwnArchive(@TempDir Path folder) throws IOException {
        ToldSink sink = new ToldSink();
        var counts = feed().read(sample(folder), options(), sink);
        assertThat(sink.errors()).as("errors of a correct archive").isEmpty();
        assertThat(sink.begun()).as("how often begin was told").isEqualTo(1);
        assertThat(sink.outOfTurn()).as("told out of turn").isEmpty();
        assertThat(sink.told()).as("records told").isPositive();
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                .as("records counted " + counts)
                .isPositive();
    }

    /** The same archive gives the same records. */
    @Test
    protected void readsTheSameAgain(@TempDir Path folder) throws IOException {
        Path sample = sample(folder);
        ToldSink once = new ToldSink();
        ToldSink again = new ToldSink();
        Feed feed = feed();
        feed.read(sample, options(), once);
        feed.read(sample, options(), again);
        assertThat(again.records()).as("the records of a second reading").isEqualTo(once.records());
    }

    /** What is no archive is reported with a code and a message, never thrown, and gives no record. */
    @Test
    protected void reportsWhatIsNoArchive(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("lettre.txt"), "Bonjour,\nceci est une lettre.\n");
        Path noise = Files.write(folder.resolve("bruit.zip"), "PK\3\4 nothing".getBytes(StandardCharsets.ISO_8859_1));
        Path empty = Files.createFile(folder.resolve("vide.csv"));
        for (Path file : List.of(text, noise, empty, folder.resolve("absent.zip"))) {
            ToldSink sink = new ToldSink();
            assertThatCode(() -> feed().read(file, options(), sink))
                    .as("reading " + file.getFileName() + ", which is no archive")
                    .doesNotThrowAnyException();
            assertThat(sink.errors())
                    .as("errors told about " + file.getFileName())
                    .isNotEmpty();
            assertThat(sink.records()).as("records of " + file.getFileName()).isEmpty();
            sink.findings().forEach(FeedContract::check);
        }
    }

    /** It turns kept attributes into records. */
    @Test
    protected void hasAFormOfRecords() {
        assertThat(feed().form()).as("the form of records").isNotNull();
    }

    private static void check(LoadFinding finding) {
        assertThat(finding.code()).as("the code of a finding").matches("[a-z][a-z0-9-]*");
        assertThat(finding.message()).as("the message of " + finding.code()).isNotBlank();
    }
}
