package org.preau.core.audit.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preau.core.audit.EntryDigest;
import org.preau.core.audit.StoredEntry;

/** An entry on one line of JSON, with all that its leaf is computed from. */
final class JsonLine {
    private static final HexFormat HEX = HexFormat.of();

    private final ObjectMapper mapper = new ObjectMapper();

    /** The line of an entry, without its end. */
    String of(StoredEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("seq", entry.seq());
        json.put("id", entry.id().toString());
        json.put("at", entry.at().toString());
        json.put("node", text(entry.node()));
        json.put("account", text(entry.accountId()));
        json.put("person", text(entry.personId()));
        json.put("profile", entry.profile());
        json.put("structure", text(entry.structureId()));
        json.put("action", entry.action());
        json.put("target", entry.target());
        json.put("details", new TreeMap<>(entry.details()));
        json.put("before", new TreeMap<>(entry.before()));
        json.put("after", new TreeMap<>(entry.after()));
        List<Map<String, @Nullable Object>> personal = new ArrayList<>();
        entry.personal().forEach(each -> personal.add(personal(each)));
        json.put("personal", personal);
        json.put("leaf", HEX.formatHex(EntryDigest.of(entry)));
        return write(json);
    }

    /** Any map on a line. */
    String write(Map<String, ?> json) {
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private static Map<String, @Nullable Object> personal(StoredEntry.Personal detail) {
        byte[] salt = detail.salt();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", detail.name());
        json.put("person", text(detail.personId()));
        json.put("value", detail.value());
        json.put("salt", salt == null ? null : HEX.formatHex(salt));
        json.put("digest", HEX.formatHex(detail.digest()));
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
