package org.preau.feeds.aaf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Puts the elements of one file together to records. Used by one thread, for one file. */
final class SliceEvents {
    private static final Set<String> CATEGORIES = Set.of("categoriePersonne", "categorieStructure");

    private final String file;
    private final Kind kind;
    private final SliceReader.Sink sink;
    private final Header header = new Header();
    private boolean rootSeen;
    private boolean headerTold;
    private boolean inRequest;
    private boolean inOperational;
    private String record = "";
    private String field = "";
    private Map<String, List<String>> attributes = new LinkedHashMap<>();

    SliceEvents(String file, Kind kind, SliceReader.Sink sink) {
        this.file = file;
        this.kind = kind;
        this.sink = sink;
    }

    /** Key of the record being read, for messages. */
    String record() {
        return record;
    }

    /** Name of the attribute being read, for messages. */
    String field() {
        return field;
    }

    void comment(String text) {
        if (!headerTold) {
            header.read(text);
        }
    }

    void start(XMLStreamReader reader, String root) throws XMLStreamException, BadSliceException {
        String element = reader.getLocalName();
        if (!rootSeen) {
            if (!element.equals(root)) {
                throw bad("not-aaf", "the root element is " + element + ", not " + root);
            }
            rootSeen = true;
            return;
        }
        switch (element) {
            case "addRequest" -> startRecord();
            case "modifyRequest", "deleteRequest" -> refuseChange(reader, element);
            case "operationalAttributes" -> inOperational = true;
            case "id" -> record = Cleaning.value(reader.getElementText());
            case "attr" -> field = name(reader);
            case "value" -> value(Cleaning.value(reader.getElementText()));
            case "identifier", "attributes" -> field = "";
            default -> throw bad("unknown-element", "the element " + element + " is not of the AAF format");
        }
    }

    void end(String element) throws BadSliceException {
        switch (element) {
            case "addRequest" -> endRecord();
            case "operationalAttributes" -> inOperational = false;
            case "attr" -> field = "";
            case "ficAlimMENESR" -> tellHeader();
            default -> {}
        }
    }

    private void startRecord() throws BadSliceException {
        tellHeader();
        if (inRequest) {
            throw bad("unknown-element", "a record inside a record");
        }
        inRequest = true;
        record = "";
        attributes = new LinkedHashMap<>();
    }

    private void endRecord() throws BadSliceException {
        inRequest = false;
        if (record.isEmpty()) {
            throw bad("missing-key", "a record without identifier");
        }
        sink.record(new RawRecord(file, kind, record, attributes));
    }

    private void refuseChange(XMLStreamReader reader, String element) throws XMLStreamException, BadSliceException {
        tellHeader();
        int depth = 1;
        while (depth > 0 && reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                if (reader.getLocalName().equals("id")) {
                    record = Cleaning.value(reader.getElementText());
                    break;
                }
                depth++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
        }
        String message =
                element + " in a file called Complet: a complete archive only adds; it is a delta under a wrong name";
        throw new BadSliceException("change-in-complete", record, "", message, false);
    }

    private void value(String value) throws BadSliceException {
        if (!inRequest) {
            throw bad("unknown-element", "a value outside of any record");
        }
        if (inOperational) {
            if (CATEGORIES.contains(field) && !value.equals(kind.aafName())) {
                throw bad("wrong-category", "a record of category " + value + " in a file of " + kind.aafName());
            }
        } else if (!value.isEmpty()) {
            attributes.computeIfAbsent(field, unused -> new ArrayList<>(2)).add(value);
        }
    }

    private String name(XMLStreamReader reader) throws BadSliceException {
        String name = reader.getAttributeValue(null, "name");
        if (name == null || name.isBlank()) {
            throw bad("unknown-element", "an attribute without name");
        }
        return name;
    }

    private void tellHeader() throws BadSliceException {
        if (!headerTold) {
            headerTold = true;
            sink.header(header);
        }
    }

    private BadSliceException bad(String code, String message) {
        return new BadSliceException(code, record, field, message, false);
    }
}
