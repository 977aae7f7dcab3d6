package org.preau.core.connect.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.preau.api.keys.Keys;
import org.preau.core.connect.file.ConnectorFile;
import org.preau.core.connect.file.ConnectorFileReader;

/** The connector file of a request, as it is kept: sealed, since it may hold a secret. */
final class RequestedFile {
    private static final String KEY = "connect.request";
    private static final String STRUCTURES = "audience.structures";
    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestedFile() {}

    static byte[] sealed(Map<String, String> values, Keys keys) {
        try {
            return keys.seal(KEY, JSON.writeValueAsBytes(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> opened(byte[] sealed, Keys keys) {
        try {
            return JSON.readValue(keys.open(KEY, sealed), VALUES);
        } catch (IOException e) {
            throw new IllegalStateException("the file of a request cannot be read", e);
        }
    }

    /** The connector for these structures and nobody else, whatever stands in the file. */
    static ConnectorFile read(String connectorId, Map<String, String> values, Iterable<String> structures) {
        Map<String, String> narrowed = new TreeMap<>(values);
        narrowed.put(STRUCTURES, String.join(",", structures));
        return ConnectorFileReader.read("request " + connectorId, connectorId, narrowed);
    }
}
