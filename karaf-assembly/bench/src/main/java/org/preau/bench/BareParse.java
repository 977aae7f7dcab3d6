package org.preau.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Files gone through event by event, every text looked at and nothing done with it, by the parser that the feed uses: nothing that reads them can be quicker. */
final class BareParse {
    private static final int WARM_UP = 3;
    private static final int TIMES = 5;

    private final XMLInputFactory factory = new WstxInputFactory();
    private long characters;

    private BareParse() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** How many records these files hold. */
    static long records(List<Path> files) throws IOException {
        try {
            BareParse parse = new BareParse();
            long found = 0;
            for (Path file : files) {
                found += parse.read(file);
            }
            return found;
        } catch (XMLStreamException e) {
            throw new IOException("an archive that cannot be parsed", e);
        }
    }

    /** The median of several times, after some to warm up. */
    static double seconds(List<Path> files, long records) throws IOException, XMLStreamException {
        double[] times = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            BareParse parse = new BareParse();
            long begun = System.nanoTime();
            long found = 0;
            for (Path file : files) {
                found += parse.read(file);
            }
            if (found != records || parse.characters == 0) {
                throw new AssertionError(found + " records parsed of " + records);
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e9;
            }
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    private long read(Path file) throws IOException, XMLStreamException {
        long records = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.CHARACTERS) {
                    characters += reader.getText().length();
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("addRequest")) {
                    records++;
                }
            }
            reader.close();
        }
        return records;
    }
}
