package org.preau.feeds.aaf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Puts the elements of one file together to requests. Used by one thread, for one file. */
final class SliceEvents {
    private static final String ROOT = "ficAlimMENESR";
    private static final Set<String> CATEGORIES =
            Set.of("categoriePersonne", "categorieStructure", "categorieMef", "categorieMatiere");
    private static final String REPLACE = "replace";
    /** More letters have no place in the directory, and no honest value has them. */
    private static final int LONGEST = 500;

    private final String file;
    private final Kind kind;
    private final SliceReader.Sink sink;
    private final Header header = new Header();
    private boolean rootSeen;
    private boolean headerTold;
    private boolean inOperational;
    private boolean inModifications;
    private @Nullable Request request;
    private String record = "";
    private String field = "";
    private @Nullable List<String> values;
    private Map<String, List<String>> attributes = Map.of();

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

    void start(XMLStreamReader reader, Transcoding transcoding) throws XMLStreamException, BadSliceException {
        String element = reader.getLocalName();
        if (!rootSeen) {
            if (!element.equals(ROOT)) {
                throw bad("not-aaf", element, ROOT);
            }
            rootSeen = true;
            return;
        }
        switch (element) {
            case "value" ->
                value(shortened(transcoding.value(reader.getElementText()).strip()));
            case "attr" -> attribute(name(reader));
            case "modification" -> modification(reader);
            case "id" -> {
                record = Cleaning.value(reader.getElementText());
                if (record.length() > LONGEST) {
                    record = record.substring(0, LONGEST);
                    throw bad("missing-key.too-long", LONGEST);
                }
            }
            case "operationalAttributes" -> inOperational = true;
            case "modifications" -> inModifications = true;
            case "identifier", "attributes" -> field = "";
            default -> startRecord(Request.of(element).orElseThrow(() -> bad("unknown-element", element)));
        }
    }

    void end(String element) throws BadSliceException {
        switch (element) {
            case "attr", "modification" -> {
                field = "";
                values = null;
            }
            case "operationalAttributes" -> inOperational = false;
            case "modifications" -> inModifications = false;
            case ROOT -> tellHeader();
            default -> {
                Optional<Request> ended = Request.of(element);
                if (ended.isPresent()) {
                    endRecord(ended.get());
                }
            }
        }
    }

    private void startRecord(Request begun) throws BadSliceException {
        tellHeader();
        if (request != null) {
            throw bad("unknown-element.nested");
        }
        request = begun;
        record = "";
        attributes = new LinkedHashMap<>();
    }

    private void endRecord(Request ended) throws BadSliceException {
        request = null;
        if (record.isEmpty()) {
            throw bad("missing-key");
        }
        sink.record(ended, new RawRecord(file, kind, record, attributes));
    }

    private void attribute(String name) throws BadSliceException {
        if (request == null || inModifications) {
            throw bad("unknown-element.attribute");
        }
        field = name;
        values = null;
    }

    private void modification(XMLStreamReader reader) throws BadSliceException {
        if (!inModifications || request != Request.MODIFY) {
            throw bad("unknown-element.modification");
        }
        field = name(reader);
        String operation = reader.getAttributeValue(null, "operation");
        if (REPLACE.equals(operation)) {
            values = attributes.computeIfAbsent(field, unused -> new ArrayList<>(2));
        } else {
            values = new ArrayList<>();
            sink.wrong("unknown-operation", record, field, operation, REPLACE);
        }
    }

    private String shortened(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        sink.doubtful("too-long", record, field, value.length(), LONGEST);
        return value.substring(0, LONGEST);
    }

    private void value(String value) throws BadSliceException {
        if (request == null) {
            throw bad("unknown-element.value");
        }
        if (inOperational) {
            if (CATEGORIES.contains(field) && !kind.allows(value)) {
                throw bad("wrong-category", value, kind.aafName());
            }
        } else if (!value.isEmpty()) {
            List<String> known = values;
            if (known == null) {
                known = attributes.computeIfAbsent(field, unused -> new ArrayList<>(1));
                values = known;
            }
            known.add(value);
        }
    }

    private String name(XMLStreamReader reader) throws BadSliceException {
        String name = reader.getAttributeValue(null, "name");
        if (name == null || name.isBlank()) {
            throw bad("unknown-element.nameless");
        }
        return name;
    }

    private void tellHeader() throws BadSliceException {
        if (!headerTold) {
            headerTold = true;
            sink.header(header);
        }
    }

    private BadSliceException bad(String key, Object... arguments) {
        return new BadSliceException(key, record, field, false, arguments);
    }
}
