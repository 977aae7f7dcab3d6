package org.preau.core.directory.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes maps of texts as JSON, names in order: the same map is always the same text. Reads them again. Safe on any thread. */
final class JsonText {
    private static final String EMPTY = "{}";
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static String of(Map<String, ?> values) {
        if (values.isEmpty()) {
            return EMPTY;
        }
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, ?> entry : new TreeMap<>(values).entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
            json.flush();
            // PostgreSQL's jsonb takes every letter but this one
            String written = text.toString();
            return written.indexOf('\\') < 0 ? written : written.replace("\\u0000", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attributes of a record. */
    static Map<String, List<String>> attributes(String text) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                List<String> values = new ArrayList<>();
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        values.add(json.getText());
                    }
                } else {
                    values.add(json.getText());
                }
                all.put(name, values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
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
