package org.preau.core.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads entries with their personal details: two statements, however many they are. Used by one thread. */
public final class EntryReader {
    private static final String COLUMNS =
            """
            select seq, id, at, node, account_id, person_id, profile, structure_id, action, target,
                   details::text, before::text, after::text
            from audit.entry where %s""";
    private static final String PERSONAL =
            "select entry, name, person_id, value, salt, digest from audit.personal where entry = any(?) order by entry, name";

    private final ObjectReader json = new ObjectMapper().readerFor(new TypeReference<TreeMap<String, String>>() {});
    private final Connection connection;

    /** Reads on that connection. */
    public EntryReader(Connection connection) {
        this.connection = connection;
    }

    /** The entries of these numbers that are there, by number. */
    public List<StoredEntry> read(Long[] seqs) throws SQLException {
        return read(
                "seq = any(?) order by seq",
                statement -> statement.setArray(1, connection.createArrayOf("int8", seqs)));
    }

    /**
     * The entries that a condition gives.
     *
     * @param condition what follows {@code where}, with its order and bounds
     */
    public List<StoredEntry> read(String condition, Binding values) throws SQLException {
        List<StoredEntry> bare = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS.formatted(condition))) {
            values.bind(select);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    bare.add(entry(rows));
                }
            }
        }
        Map<Long, List<StoredEntry.Personal>> personal = personal(bare);
        return personal.isEmpty()
                ? bare
                : bare.stream()
                        .map(each -> with(each, personal.getOrDefault(each.seq(), List.of())))
                        .toList();
    }

    private Map<Long, List<StoredEntry.Personal>> personal(List<StoredEntry> entries) throws SQLException {
        Map<Long, List<StoredEntry.Personal>> found = new HashMap<>();
        Long[] seqs = entries.stream().map(StoredEntry::seq).toArray(Long[]::new);
        try (PreparedStatement select = connection.prepareStatement(PERSONAL)) {
            select.setArray(1, connection.createArrayOf("int8", seqs));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getLong(1), seq -> new ArrayList<>())
                            .add(new StoredEntry.Personal(
                                    rows.getString(2),
                                    rows.getObject(3, UUID.class),
                                    rows.getString(4),
                                    rows.getBytes(5),
                                    rows.getBytes(6)));
                }
            }
        }
        return found;
    }

    private StoredEntry entry(ResultSet rows) throws SQLException {
        return new StoredEntry(
                rows.getLong(1),
                rows.getObject(2, UUID.class),
                rows.getTimestamp(3).toInstant(),
                rows.getObject(4, UUID.class),
                rows.getObject(5, UUID.class),
                rows.getObject(6, UUID.class),
                rows.getString(7),
                rows.getObject(8, UUID.class),
                rows.getString(9),
                rows.getString(10),
                map(rows.getString(11)),
                map(rows.getString(12)),
                map(rows.getString(13)),
                List.of());
    }

    private Map<String, String> map(@Nullable String object) throws SQLException {
        if (object == null || object.equals("{}")) {
            return Map.of();
        }
        try {
            return json.readValue(object);
        } catch (JsonProcessingException e) {
            throw new SQLException("values of an entry that are no texts", e);
        }
    }

    private static StoredEntry with(StoredEntry bare, List<StoredEntry.Personal> personal) {
        return new StoredEntry(
                bare.seq(),
                bare.id(),
                bare.at(),
                bare.node(),
                bare.accountId(),
                bare.personId(),
                bare.profile(),
                bare.structureId(),
                bare.action(),
                bare.target(),
                bare.details(),
                bare.before(),
                bare.after(),
                personal);
    }

    /** Binds the values of a condition. */
    @FunctionalInterface
    public interface Binding {
        /** Sets the parameters, the first is 1. */
        void bind(PreparedStatement statement) throws SQLException;
    }
}
