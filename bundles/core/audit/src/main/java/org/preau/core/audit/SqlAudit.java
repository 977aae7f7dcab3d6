package org.preau.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditDetails;
import org.preau.api.audit.AuditEntry;
import org.preau.api.audit.AuditQuery;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Tx;

/** The audit trail in {@code audit.entry}. Totals are counted up to {@value #COUNTED}. */
@Component
public final class SqlAudit implements Audit {
    private static final int COUNTED = 100_000;
    private static final String COUNT = "select count(*) from (select 1 from audit.entry where %s limit ?) counted";
    private static final String ERASE =
            "update audit.personal set value = null, salt = null, erased_at = ? where person_id = ? and value is not null";

    private final Tx tx;
    private final Clock clock;
    private final EntryWriter writer;

    /** Writes by that unit's transactions, and with that time; the node's id is in {@code DIR/data}. */
    @Activate
    public SqlAudit(BundleContext context, @Reference(target = "(preau.unit=audit)") Tx tx, @Reference Clock clock) {
        this(tx, clock, NodeId.of(context));
    }

    /** The trail of one node. */
    public SqlAudit(Tx tx, Clock clock, UUID node) {
        this.tx = tx;
        this.clock = clock;
        this.writer = new EntryWriter(node);
    }

    @Override
    public void record(Subject subject, String action, String target, Map<String, String> details) {
        record(subject, action, target, AuditDetails.of(details));
    }

    @Override
    public void record(Subject subject, String action, String target, AuditDetails details) {
        if (action.isBlank() || !target.contains(":")) {
            throw new IllegalArgumentException("want an action and a target kind:id, got " + action + " on " + target);
        }
        tx.writeSql(connection -> writer.write(connection, clock.instant(), subject, action, target, details));
    }

    @Override
    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
        return find(AuditQuery.ALL.action(actionPrefix), page);
    }

    @Override
    public Page<AuditEntry> find(AuditQuery query, PageRequest page) {
        EntryFilter filter = EntryFilter.of(query, clock.instant());
        return tx.readSql(connection -> new Page<>(
                new EntryReader(connection)
                                .read(
                                        filter.condition() + " order by " + filter.order() + " offset ? limit ?",
                                        select -> {
                                            int next = filter.bind(select);
                                            select.setInt(next, page.offset());
                                            select.setInt(next + 1, page.limit());
                                        })
                                .stream()
                                .map(StoredEntry::shown)
                                .toList(),
                count(connection, filter)));
    }

    /** Entries that a query asks for, in order of writing, after that number. */
    public static List<StoredEntry> after(EntryReader reader, AuditQuery query, Instant now, long seq, int limit)
            throws SQLException {
        EntryFilter filter = EntryFilter.of(query, now);
        return reader.read(filter.condition() + " and seq > ? order by seq limit ?", select -> {
            int next = filter.bind(select);
            select.setLong(next, seq);
            select.setInt(next + 1, limit);
        });
    }

    @Override
    public int erasePerson(UUID personId) {
        return tx.writeSql(connection -> {
            try (PreparedStatement erase = connection.prepareStatement(ERASE)) {
                erase.setTimestamp(1, Timestamp.from(clock.instant()));
                erase.setObject(2, personId);
                int erased = erase.executeUpdate();
                if (erased > 0) {
                    record(
                            Subject.SYSTEM,
                            "audit.erase",
                            "person:" + personId,
                            Map.of("details", Integer.toString(erased)));
                }
                return erased;
            }
        });
    }

    private static long count(Connection connection, EntryFilter filter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT.formatted(filter.condition()))) {
            select.setInt(filter.bind(select), COUNTED);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
