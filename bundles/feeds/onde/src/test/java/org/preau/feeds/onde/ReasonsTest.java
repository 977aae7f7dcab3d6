package org.preau.feeds.onde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;
import org.preau.api.feed.FeedOptions;

/** Why a file cannot be read is said in both languages. */
@Requirement("44C")
class ReasonsTest {
    @TempDir
    Path folder;

    @Test
    void saysWhyAnArchiveCannotBeRead() throws IOException {
        Path zip = Files.writeString(folder.resolve("tables.zip"), "PK, and then nothing of a zip");
        assertThat(why(zip, Locale.FRENCH)).contains("l’archive zip est coupée ou abîmée (« ");
        assertThat(why(zip, Locale.ENGLISH)).contains("the zip archive is cut short or damaged (“");
        assertThat(why(folder.resolve("absent.csv"), Locale.FRENCH)).contains("le fichier n’existe pas");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        Map<String, String> french = OndeFeed.TEXTS.all(Locale.FRENCH);
        assertThat(OndeFeed.TEXTS.all(Locale.ENGLISH).keySet()).isEqualTo(french.keySet());
        assertThat(french.values()).noneMatch(text -> text.contains("'"));
    }

    private static String why(Path file, Locale locale) {
        CollectedSink sink = new CollectedSink();
        new OndeFeed("24", Clock.systemUTC()).read(file, FeedOptions.NONE, sink);
        return sink.findings.get(0).message(locale);
    }
}
