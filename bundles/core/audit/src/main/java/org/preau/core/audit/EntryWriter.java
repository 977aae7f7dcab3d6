package org.preau.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.AuditDetails;
import org.preau.api.base.Ids;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/** Writes an entry, what is personal in it, and the mark that it waits for its seal: one statement where nothing is personal. No lock that another writer would wait for. */
final class EntryWriter {
    private static final String INSERT =
            """
            with written as (
                insert into audit.entry (id, at, node, account_id, person_id, profile, structure_id, action, target,
                                         details, before, after)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?::text[], ?::text[]),
                        jsonb_object(?::text[], ?::text[]), jsonb_object(?::text[], ?::text[]))
                returning seq, node)
            insert into audit.pending (seq, node, queued_at) select seq, node, clock_timestamp() from written
            returning seq""";
    private static final String PERSONAL =
            "insert into audit.personal (entry, name, person_id, value, salt, digest) values (?, ?, ?, ?, ?, ?)";

    private final UUID node;

    EntryWriter(UUID node) {
        this.node = node;
    }

    /** Writes it; gives its number. */
    long write(Connection connection, Instant at, Subject subject, String action, String target, AuditDetails details)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Profile profile = subject.profile();
            insert.setObject(1, Ids.next());
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setObject(3, node);
            insert.setObject(4, subject.accountId());
            insert.setObject(5, subject.personId());
            insert.setString(6, profile == null ? null : profile.name());
            insert.setObject(7, subject.structureId());
            insert.setString(8, action);
            insert.setString(9, target);
            map(insert, 10, details.plain());
            optional(insert, 12, details.before());
            optional(insert, 14, details.after());
            try (var written = insert.executeQuery()) {
                written.next();
                long seq = written.getLong(1);
                personal(connection, seq, details.personal());
                return seq;
            }
        }
    }

    private static void personal(Connection connection, long seq, List<AuditDetails.Personal> personal)
            throws SQLException {
        if (personal.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(PERSONAL)) {
            for (AuditDetails.Personal each : personal) {
                byte[] salt = EntryDigest.salt();
                insert.setLong(1, seq);
                insert.setString(2, each.name());
                insert.setObject(3, each.personId());
                insert.setString(4, each.value());
                insert.setBytes(5, salt);
                insert.setBytes(6, EntryDigest.ofPersonal(salt, each.name(), each.value()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void optional(PreparedStatement insert, int at, Map<String, String> values) throws SQLException {
        if (values.isEmpty()) {
            insert.setArray(at, null);
            insert.setArray(at + 1, null);
        } else {
            map(insert, at, values);
        }
    }

    private static void map(PreparedStatement insert, int at, @Nullable Map<String, String> values)
            throws SQLException {
        Map<String, String> sorted = new TreeMap<>(values);
        Connection connection = insert.getConnection();
        insert.setArray(at, connection.createArrayOf("text", sorted.keySet().toArray()));
        insert.setArray(at + 1, connection.createArrayOf("text", sorted.values().toArray()));
    }
}
