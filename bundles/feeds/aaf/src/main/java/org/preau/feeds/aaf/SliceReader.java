package org.preau.feeds.aaf;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.DTDInfo;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;

/**
 * Reads one file of an archive, record by record, in constant memory. The document type is never fetched, and one that declares anything (entities) is refused before it is used. Safe on any
 * thread.
 */
final class SliceReader {
    private static final int LONGEST_VALUE = 1 << 20;
    private static final int DEEPEST = 16;
    private static final long LONGEST_PROLOG = 1 << 16;

    private final WstxInputFactory factory = new WstxInputFactory();

    SliceReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    }

    /** What becomes of the parts of a file. */
    interface Sink {
        /** The comments at the head, before the first record. */
        void header(Header header) throws BadSliceException;

        /** One request. */
        void record(Request request, RawRecord record) throws BadSliceException;

        /** An error in a record; the file is read on. */
        void wrong(String key, String record, String field, Object... arguments);

        /** Something odd in a record; the file is read on. */
        void doubtful(String key, String record, String field, Object... arguments);
    }

    /**
     * Reads the file to its end.
     *
     * @return what had to be done to its letters
     * @throws BadSliceException when it is no well-formed AAF file, or when the sink says so
     */
    Transcoding read(String file, Kind kind, InputStream in, Sink sink) throws BadSliceException, IOException {
        PrologLimit limited = new PrologLimit(in, LONGEST_PROLOG);
        SliceEvents events = new SliceEvents(file, kind, sink);
        Transcoding transcoding = new Transcoding();
        XMLStreamReader2 reader = null;
        try {
            reader = (XMLStreamReader2) factory.createXMLStreamReader(limited);
            transcoding.declared(reader.getCharacterEncodingScheme());
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> refuseDeclarations(reader);
                    case XMLStreamConstants.START_ELEMENT -> {
                        limited.lift();
                        events.start(reader, transcoding);
                    }
                    case XMLStreamConstants.END_ELEMENT -> events.end(reader.getLocalName());
                    case XMLStreamConstants.COMMENT -> events.comment(reader.getText());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof BadArchiveException
                    || e.getNestedException() instanceof EOFException
                    || e.getNestedException() instanceof ZipException) {
                throw (IOException) e.getNestedException();
            }
            throw notWellFormed(e, events);
        } finally {
            close(reader);
        }
        return transcoding;
    }

    private static void refuseDeclarations(XMLStreamReader2 reader) throws BadSliceException, XMLStreamException {
        DTDInfo info = reader.getDTDInfo();
        String subset = info == null ? null : info.getDTDInternalSubset();
        if (subset != null && !subset.isBlank()) {
            throw new BadSliceException("document-type", "", "", true);
        }
    }

    private static BadSliceException notWellFormed(XMLStreamException e, SliceEvents events) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        LocalizedText reason = Reasons.of(e);
        if (e.getNestedException() instanceof CharConversionException) {
            return new BadSliceException("bad-encoding", events.record(), events.field(), false, line, reason);
        }
        return new BadSliceException("not-well-formed", events.record(), events.field(), false, line, reason);
    }

    private static void close(@Nullable XMLStreamReader2 reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (XMLStreamException e) {
                throw new IllegalStateException("a reader that cannot be closed", e);
            }
        }
    }
}
