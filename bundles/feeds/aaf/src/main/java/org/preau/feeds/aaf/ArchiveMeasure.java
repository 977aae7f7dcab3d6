package org.preau.feeds.aaf;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;

/** What the bench measures on an archive without a portal: the bare parser, and the reading of the feed. Each call reads the archive once. */
public final class ArchiveMeasure {
    private ArchiveMeasure() {}

    /** Records that the parser alone passes over, doing nothing with them. */
    public static int bareStax(Path archive) throws IOException {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        int[] records = {0};
        new Archive(archive, ArchiveLimits.NORMAL).forEach((name, in) -> {
            if (SliceName.of(name).isPresent()) {
                try {
                    XMLStreamReader reader = factory.createXMLStreamReader(in);
                    while (reader.hasNext()) {
                        if (reader.next() == XMLStreamConstants.START_ELEMENT
                                && Request.of(reader.getLocalName()).isPresent()) {
                            records[0]++;
                        }
                    }
                } catch (XMLStreamException e) {
                    throw new IOException(e);
                }
            }
            return true;
        });
        return records[0];
    }

    /**
     * Records that the feed reads, checks and normalises.
     *
     * @throws IllegalArgumentException when the archive has errors
     */
    public static int normalise(Path archive, String academy) {
        Counting sink = new Counting();
        new AafFeed(academy, "1D").read(archive, new FeedOptions(Optional.of(academy)), sink);
        return sink.records;
    }

    private static final class Counting implements FeedSink {
        private int records;

        @Override
        public void begin(String academy, boolean complete, LocalDate date) {}

        @Override
        public void add(FeedRecord record) {
            records++;
        }

        @Override
        public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
            records++;
        }

        @Override
        public void remove(RecordKind kind, String key, String file) {
            records++;
        }

        @Override
        public void report(LoadFinding finding) {
            if (finding.severity() == LoadFinding.Severity.ERROR) {
                throw new IllegalArgumentException(finding.toString());
            }
        }

        @Override
        public boolean rejected() {
            return false;
        }
    }
}
