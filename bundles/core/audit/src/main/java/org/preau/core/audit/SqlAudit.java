package org.preau.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Tx;

/** The audit trail in {@code audit.entry}. Totals are counted up to {@value #COUNTED}. */
@Component
public final class SqlAudit implements Audit {
    private static final int COUNTED = 100_000;
    private static final String INSERT =
            """
            insert into audit.entry (id, at, account_id, person_id, profile, structure_id, action, target, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?::text[], ?::text[]))""";
    private static final String SELECT =
            """
            select id, at, account_id, action, target,
                   array(select key from jsonb_each_text(details) order by key) as keys,
                   array(select value from jsonb_each_text(details) order by key) as values
            from audit.entry where %s order by seq desc offset ? limit ?""";
    private static final String COUNT = "select count(*) from (select 1 from audit.entry where %s limit ?) counted";

    private final Tx tx;
    private final Clock clock;

    /** Writes by that unit's transactions, and with that time. */
    @Activate
    public SqlAudit(@Reference(target = "(preau.unit=audit)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public void record(Subject subject, String action, String target, Map<String, String> details) {
        if (action.isBlank() || !target.contains(":")) {
            throw new IllegalArgumentException("want an action and a target kind:id, got " + action + " on " + target);
        }
        Map<String, String> sorted = new TreeMap<>(details);
        Profile profile = subject.profile();
        tx.writeSql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, Ids.next());
                insert.setTimestamp(2, Timestamp.from(clock.instant()));
                insert.setObject(3, subject.accountId());
                insert.setObject(4, subject.personId());
                insert.setString(5, profile == null ? null : profile.name());
                insert.setObject(6, subject.structureId());
                insert.setString(7, action);
                insert.setString(8, target);
                insert.setArray(
                        9, connection.createArrayOf("text", sorted.keySet().toArray()));
                insert.setArray(
                        10, connection.createArrayOf("text", sorted.values().toArray()));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
        EntryFilter filter = EntryFilter.of(actionPrefix);
        return tx.readSql(connection -> new Page<>(entries(connection, filter, page), count(connection, filter)));
    }

    private static List<AuditEntry> entries(Connection connection, EntryFilter filter, PageRequest page)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(filter.condition()))) {
            int next = bind(select, filter);
            select.setInt(next, page.offset());
            select.setInt(next + 1, page.limit());
            List<AuditEntry> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(entry(rows));
                }
            }
            return found;
        }
    }

    private static long count(Connection connection, EntryFilter filter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT.formatted(filter.condition()))) {
            select.setInt(bind(select, filter), COUNTED);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static int bind(PreparedStatement select, EntryFilter filter) throws SQLException {
        int next = 1;
        for (String value : filter.values()) {
            select.setString(next++, value);
        }
        return next;
    }

    private static AuditEntry entry(ResultSet rows) throws SQLException {
        String[] keys = (String[]) rows.getArray("keys").getArray();
        String[] values = (String[]) rows.getArray("values").getArray();
        Map<String, String> details = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            details.put(keys[i], values[i]);
        }
        return new AuditEntry(
                rows.getObject("id", UUID.class),
                rows.getTimestamp("at").toInstant(),
                rows.getObject("account_id", UUID.class),
                rows.getString("action"),
                rows.getString("target"),
                details);
    }
}
