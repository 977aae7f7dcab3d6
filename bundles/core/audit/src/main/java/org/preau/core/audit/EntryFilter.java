package org.preau.core.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.preau.api.audit.AuditQuery;

/**
 * Which entries are wanted, as conditions that have an index under them.
 *
 * @param condition SQL after {@code where}
 * @param order SQL after {@code order by}: the latest first
 * @param values its bound values
 */
record EntryFilter(String condition, String order, List<Object> values) {
    private static final Duration TEXT_WINDOW = Duration.ofDays(31);
    private static final String TEXT =
            "(target ilike ? or details::text ilike ? or before::text ilike ? or after::text ilike ?"
                    + " or exists (select 1 from audit.personal where entry = seq and value ilike ?))";

    /** The conditions of a query; {@code now} ends the window in which a text is looked for. */
    static EntryFilter of(AuditQuery query, Instant now) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        action(query.action(), conditions, values);
        if (query.accountId() != null) {
            conditions.add("(account_id = ? or target collate \"C\" = ?)");
            values.add(query.accountId());
            values.add("account:" + query.accountId());
        }
        target(query.target(), conditions, values);
        boolean narrow = !conditions.isEmpty();
        Instant from = query.from() == null && !query.text().isEmpty() ? now.minus(TEXT_WINDOW) : query.from();
        if (from != null) {
            conditions.add("at >= ?");
            values.add(Timestamp.from(from));
        }
        if (query.to() != null) {
            conditions.add("at < ?");
            values.add(Timestamp.from(query.to()));
        }
        boolean byTime = !narrow && (from != null || query.to() != null);
        if (!query.text().isEmpty()) {
            conditions.add(TEXT);
            String pattern = "%" + query.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            TEXT.chars().filter(c -> c == '?').forEach(c -> values.add(pattern));
        }
        return new EntryFilter(
                conditions.isEmpty() ? "true" : String.join(" and ", conditions),
                byTime ? "at desc, seq desc" : "seq desc",
                values);
    }

    /** Binds the values; gives the number of the next parameter. */
    int bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        for (Object value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }

    private static void action(String prefix, List<String> conditions, List<Object> values) {
        if (prefix.isEmpty()) {
            return;
        }
        if (!prefix.endsWith(".")) {
            conditions.add("action = ?");
            values.add(prefix);
            return;
        }
        String family = prefix.substring(0, prefix.indexOf('.'));
        conditions.add("family = ?");
        values.add(family);
        if (prefix.length() > family.length() + 1) {
            conditions.add("starts_with(action, ?)");
            values.add(prefix);
        }
    }

    private static void target(String target, List<String> conditions, List<Object> values) {
        if (target.isEmpty()) {
            return;
        }
        if (target.endsWith(":")) {
            conditions.add("target collate \"C\" >= ? and target collate \"C\" < ?");
            values.add(target);
            values.add(target.substring(0, target.length() - 1) + ";");
        } else {
            conditions.add("target collate \"C\" = ?");
            values.add(target);
        }
    }
}
