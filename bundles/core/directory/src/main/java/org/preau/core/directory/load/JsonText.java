package org.preau.core.directory.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes maps of texts as JSON. Safe on any thread. */
final class JsonText {
    private static final String EMPTY = "{}";
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static String of(Map<String, ?> values) {
        if (values.isEmpty()) {
            return EMPTY;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, ?> entry : values.entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // PostgreSQL's jsonb takes every letter but this one
        return text.toString().replace("\\u0000", "");
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof List<?> many) {
            json.writeStartArray();
            for (Object each : many) {
                json.writeString(String.valueOf(each));
            }
            json.writeEndArray();
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
