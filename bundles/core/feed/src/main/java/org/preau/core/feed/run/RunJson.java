package org.preau.core.feed.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.RecordKind;

/** The columns of a run that hold JSON. Jackson sees the JDK's own classes only: it keeps those it has met. */
final class RunJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Integer>> COUNTS = new TypeReference<>() {};

    private RunJson() {}

    static String counts(Map<String, Integer> counts) {
        return write(counts);
    }

    static Map<String, Integer> readCounts(String json) {
        try {
            return MAPPER.readValue(json, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts of a run: " + json, e);
        }
    }

    static @Nullable String difference(@Nullable LoadDifference difference) {
        if (difference == null) {
            return null;
        }
        Map<String, Object> kinds = new LinkedHashMap<>();
        difference
                .kinds()
                .forEach((kind, f) -> kinds.put(
                        kind.name(),
                        List.of(f.created(), f.changed(), f.moved(), f.unchanged(), f.leaving(), f.before())));
        return write(kinds);
    }

    static @Nullable LoadDifference readDifference(@Nullable String json) {
        if (json == null) {
            return null;
        }
        Map<RecordKind, Figures> kinds = new EnumMap<>(RecordKind.class);
        read(json).properties().forEach(each -> {
            JsonNode f = each.getValue();
            kinds.put(
                    RecordKind.valueOf(each.getKey()),
                    new Figures(
                            f.get(0).asInt(),
                            f.get(1).asInt(),
                            f.get(2).asInt(),
                            f.get(3).asInt(),
                            f.get(4).asInt(),
                            f.get(5).asInt()));
        });
        return new LoadDifference(kinds);
    }

    static String acceptance(Acceptance acceptance) {
        return write(Map.of(
                "free", acceptance.free(),
                "all", acceptance.all(),
                "schools", acceptance.schools(),
                "kinds", acceptance.kinds()));
    }

    static Optional<Acceptance> readAcceptance(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        JsonNode tree = read(json);
        return Optional.of(new Acceptance(
                tree.path("free").asBoolean(),
                tree.path("all").asBoolean(),
                readCounts(tree.path("schools").toString()),
                readCounts(tree.path("kinds").toString())));
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column of a run: " + json, e);
        }
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
