package org.preau.feeds.aaf;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.preau.api.directory.load.FeedRecord;

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
                                && reader.getLocalName().equals("addRequest")) {
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
        Findings findings = new Findings();
        int[] records = {0};
        ArchiveReading.Target target = new ArchiveReading.Target() {
            @Override
            public void begin(String code, SliceName first) {}

            @Override
            public void add(FeedRecord record) {
                records[0]++;
            }
        };
        new ArchiveReading(Academies.of(Optional.of(academy), ""), findings, target)
                .read(archive, ArchiveLimits.NORMAL);
        if (findings.rejected()) {
            throw new IllegalArgumentException(findings.list().toString());
        }
        return records[0];
    }
}
