package org.preau.core.audit.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;

/** Removes entries whose time is over, seal by seal: the seal stays, with a signature over its pruning. */
final class Pruning {
    /** Name of the key that signs. */
    static final String KEY = "audit.prune";

    private static final int SEALS_AT_ONCE = 20;
    private static final String MARK =
            "update audit.seal set pruned_at = ?, pruned_mac = ?, entries = null, leaves = null where node = ? and number = ?";

    private final Tx tx;
    private final Keys keys;
    private final Clock clock;

    Pruning(Tx tx, Keys keys, Clock clock) {
        this.tx = tx;
        this.keys = keys;
        this.clock = clock;
    }

    /** Removes what is wholly older than that, some seals a transaction; gives how many entries went. */
    long before(Instant end) {
        long removed = 0;
        int seals = SEALS_AT_ONCE;
        while (seals == SEALS_AT_ONCE) {
            List<Seal> done = tx.writeSql(connection -> some(connection, end));
            removed += done.stream().mapToLong(Seal::count).sum();
            seals = done.size();
        }
        return removed;
    }

    private List<Seal> some(Connection connection, Instant end) throws SQLException {
        List<Seal> overdue = new SealTable(connection).overdue(end, SEALS_AT_ONCE);
        try (PreparedStatement allow = connection.prepareStatement("select set_config('audit.pruning', 'on', true)")) {
            allow.execute();
        }
        for (Seal seal : overdue) {
            Long[] entries = seal.entries().toArray(Long[]::new);
            delete(connection, "delete from audit.personal where entry = any(?)", entries);
            delete(connection, "delete from audit.entry where seq = any(?)", entries);
            mark(connection, seal);
        }
        return overdue;
    }

    private void mark(Connection connection, Seal seal) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setTimestamp(1, Timestamp.from(now));
            mark.setBytes(2, keys.hmac(KEY, seal.pruning(now)));
            mark.setObject(3, seal.node());
            mark.setLong(4, seal.number());
            mark.executeUpdate();
        }
    }

    private static void delete(Connection connection, String sql, Long[] entries) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, connection.createArrayOf("int8", entries));
            delete.executeUpdate();
        }
    }
}
