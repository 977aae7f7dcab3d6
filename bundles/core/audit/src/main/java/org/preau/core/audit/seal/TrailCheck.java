package org.preau.core.audit.seal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditVerdict;
import org.preau.api.audit.AuditVerdict.Finding;
import org.preau.api.audit.AuditVerdict.Kind;
import org.preau.api.keys.Keys;

/** Verifies the whole trail in one snapshot of the database: chains, entries under their seals, entries under none. */
final class TrailCheck {
    private static final int MOST_FINDINGS = 1_000;
    private static final int SEALS_AT_ONCE = 50;
    private static final String UNSEALED =
            """
            select entry.seq, entry.at from audit.entry
            left join audit.pending on pending.seq = entry.seq
            left join (select unnest(entries) as seq from audit.seal where pruned_at is null) sealed
                on sealed.seq = entry.seq
            where pending.seq is null and sealed.seq is null order by entry.seq limit 1000""";
    private static final String PENDING = "select count(*) from audit.pending join audit.entry using (seq)";

    private final Connection connection;
    private final Keys keys;
    private final List<AuditHead> known;
    private final List<Finding> findings = new ArrayList<>();
    private final EntryCheck entries;
    private long seals;
    private long pruned;

    TrailCheck(Connection connection, Keys keys, List<AuditHead> known) {
        this.connection = connection;
        this.keys = keys;
        this.known = known;
        this.entries = new EntryCheck(connection, findings);
    }

    /** Looks at everything. The first statement of its transaction. */
    AuditVerdict run() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        }
        SealTable table = new SealTable(connection);
        List<AuditHead> heads = table.lasts().stream().map(Seal::head).toList();
        Set<UUID> nodes =
                new LinkedHashSet<>(heads.stream().map(AuditHead::node).toList());
        known.forEach(head -> nodes.add(head.node()));
        for (UUID node : nodes) {
            chain(table, node);
        }
        entries.look();
        long pending = count(PENDING);
        if (count("select count(*) from audit.entry") != entries.found() + pending) {
            unsealed();
        }
        return new AuditVerdict(
                entries.found(),
                seals,
                pending,
                entries.erased(),
                pruned,
                findings.stream().limit(MOST_FINDINGS).toList(),
                heads);
    }

    private void chain(SealTable table, UUID node) throws SQLException {
        ChainCheck chain = new ChainCheck(node, keys, known, findings);
        long number = Long.MIN_VALUE;
        List<Seal> some = table.after(node, number, SEALS_AT_ONCE);
        while (!some.isEmpty() && findings.size() < MOST_FINDINGS) {
            for (Seal seal : some) {
                chain.follow(seal);
                entries.expect(seal);
                seals++;
                pruned += seal.prunedAt() == null ? 0 : 1;
                number = seal.number();
            }
            some = table.after(node, number, SEALS_AT_ONCE);
        }
        chain.end();
    }

    private void unsealed() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(UNSEALED)) {
            while (rows.next()) {
                long seq = rows.getLong(1);
                findings.add(new Finding(
                        Kind.ENTRY_INSERTED,
                        null,
                        0,
                        seq,
                        rows.getTimestamp(2).toInstant().toString(),
                        "entry " + seq + " is under no seal and waits for none"));
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
