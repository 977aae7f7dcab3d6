package org.preau.feeds.aaf;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;

/** What both feeds of this bundle do, for one degree. Safe on any thread. */
final class AafReader implements RecordForm {
    /** Texts of the bundle. */
    static final Texts TEXTS = Texts.of(AafReader.class);

    private static final String CONFIGURATION = "etc/" + AafFeed.PID + ".cfg";

    private final Degree degree;
    private final String academies;
    private final boolean allowed;
    private final DegreeForm form;

    /** Takes the settings as they stand in the configuration. */
    AafReader(Degree degree, String academies, String degrees) {
        this.degree = degree;
        this.academies = academies;
        allowed =
                Arrays.stream(degrees.split(",")).anyMatch(each -> each.strip().equalsIgnoreCase(degree.written()));
        form = degree.form(Findings.SILENT);
    }

    @Override
    public FeedRecord record(RecordKind kind, String key, String file, Map<String, List<String>> attributes) {
        return form.record(new RawRecord(file, Kind.of(kind), key, attributes));
    }

    /** Reads an archive; gives the requests met, by kind. */
    Map<String, Integer> read(Path file, FeedOptions options, FeedSink sink) {
        Findings findings = Findings.to(sink);
        Academies expected = Academies.of(options.academy(), academies);
        ArchiveReading reading = new ArchiveReading(degree, expected, findings, sink);
        if (!allowed) {
            findings.error("wrong-degree.not-taken", "", "", "degre", degree.written(), CONFIGURATION);
        } else if (expected.unknown()) {
            findings.error("no-academy", "", "", "", CONFIGURATION);
        } else {
            reading.read(file, ArchiveLimits.NORMAL);
        }
        findings.close();
        return reading.counts();
    }
}
