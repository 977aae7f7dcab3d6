package org.preau.core.audit.seal;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.core.audit.EntryDigest;
import org.preau.core.audit.EntryReader;
import org.preau.core.audit.StoredEntry;

/**
 * Adds links to the chain of one node. What waits is taken by row locks that pass over those of others, so that no node and no writer ever waits; entries of a node that
 * has been silent for two minutes are taken over.
 */
final class Sealer {
    /** Name of the key that signs. */
    static final String KEY = "audit.seal";
    /** The most entries a seal covers. */
    static final int LARGEST = 5_000;

    private static final String TAKE =
            """
            delete from audit.pending where seq in (
                select seq from audit.pending
                where node = ? or node is null or queued_at < clock_timestamp() - interval '2 minutes'
                order by seq limit ? for update skip locked)
            returning seq""";

    private final Tx tx;
    private final Keys keys;
    private final Clock clock;
    private final UUID node;

    Sealer(Tx tx, Keys keys, Clock clock, UUID node) {
        this.tx = tx;
        this.keys = keys;
        this.clock = clock;
        this.node = node;
    }

    /** Makes one seal over what waits, nothing if nothing does. One caller at a time. */
    Optional<Seal> next() {
        return tx.writeSql(connection -> {
            List<Long> taken = take(connection);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            SealTable table = new SealTable(connection);
            Seal seal = seal(connection, taken, table.last(node));
            table.insert(seal);
            return Optional.of(seal);
        });
    }

    private List<Long> take(Connection connection) throws SQLException {
        List<Long> taken = new ArrayList<>();
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, node);
            take.setInt(2, LARGEST);
            try (ResultSet rows = take.executeQuery()) {
                while (rows.next()) {
                    taken.add(rows.getLong(1));
                }
            }
        }
        taken.sort(null);
        return taken;
    }

    /** An entry that was removed before it was sealed keeps its place, with zeros for its leaf: it will be reported. */
    private Seal seal(Connection connection, List<Long> taken, Optional<Seal> before) throws SQLException {
        Map<Long, StoredEntry> entries = new HashMap<>();
        new EntryReader(connection).read(taken.toArray(Long[]::new)).forEach(entry -> entries.put(entry.seq(), entry));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = entries.values().stream()
                .map(StoredEntry::at)
                .min(Instant::compareTo)
                .orElse(now);
        Instant to = entries.values().stream()
                .map(StoredEntry::at)
                .max(Instant::compareTo)
                .orElse(now);
        ByteArrayOutputStream leaves = new ByteArrayOutputStream(taken.size() * Seal.DIGEST);
        for (long seq : taken) {
            StoredEntry entry = entries.get(seq);
            leaves.writeBytes(entry == null ? new byte[Seal.DIGEST] : EntryDigest.of(entry));
        }
        Seal open = new Seal(
                node,
                before.map(Seal::number).orElse(0L) + 1,
                before.map(Seal::hash).orElseGet(() -> new byte[Seal.DIGEST]),
                now,
                from,
                to,
                taken.size(),
                Seal.rootOf(taken, leaves.toByteArray()),
                new byte[0],
                new byte[0],
                taken,
                leaves.toByteArray(),
                null,
                null);
        byte[] hash = open.computed();
        return open.signed(hash, keys.hmac(KEY, hash));
    }
}
