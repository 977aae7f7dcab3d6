package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

/** Changes of known records on their way into staging: their kept attributes are fetched in batches and patched. Used by one thread. */
final class Changes {
    private static final int AT_ONCE = 500;
    private static final String STAGED_PEOPLE =
            "select key, raw::text as raw from {person} where kind = ? and key = any (?) order by n";
    private static final String STAGED_SCHOOLS =
            "select key, raw::text as raw from {school} where key = any (?) order by n";

    private final LoadFrame frame;
    private final RecordRows rows;
    private final Map<RecordKind, Map<String, Change>> waiting = new EnumMap<>(RecordKind.class);
    private final List<LoadFinding> unknown = new ArrayList<>();
    private int size;

    Changes(LoadFrame frame, RecordRows rows) {
        this.frame = frame;
        this.rows = rows;
    }

    private record Change(int n, String file, Map<String, List<String>> replaced) {}

    /** Takes a change; of two of the same record both count. */
    void add(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
        Map<String, Change> ofKind = waiting.computeIfAbsent(kind, any -> new LinkedHashMap<>());
        Change before = ofKind.get(key);
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (before != null) {
            all.putAll(before.replaced());
        }
        all.putAll(replaced);
        ofKind.put(key, new Change(rows.next(), file, all));
        if (++size >= AT_ONCE) {
            stage();
        }
    }

    /** Something else is about to be said of that record: what waits comes first. */
    void before(RecordKind kind, String key) {
        Map<String, Change> ofKind = waiting.get(kind);
        if (ofKind != null && ofKind.containsKey(key)) {
            stage();
        }
    }

    /** Stages what waits. */
    void stage() {
        if (size > 0) {
            frame.staging().flush();
            for (Map.Entry<RecordKind, Map<String, Change>> each : waiting.entrySet()) {
                stage(each.getKey(), each.getValue());
            }
            waiting.clear();
            size = 0;
        }
    }

    /** What was to be changed and is not known. */
    List<LoadFinding> unknown() {
        return unknown;
    }

    private void stage(RecordKind kind, Map<String, Change> changes) {
        Map<String, String> known =
                frame.work(connection -> attributes(connection, kind, List.copyOf(changes.keySet())));
        for (Map.Entry<String, Change> each : changes.entrySet()) {
            String key = each.getKey();
            Change change = each.getValue();
            @Nullable String kept = known.get(key);
            if (kept == null) {
                if (unknown.size() < LoadChecks.MOST) {
                    unknown.add(LoadChecks.finding(
                            Severity.WARNING, "unknown-record", change.file(), key, "identifier", "change " + kind));
                }
            } else {
                Map<String, List<String>> attributes = JsonText.attributes(kept);
                change.replaced().forEach((name, values) -> {
                    if (values.isEmpty()) {
                        attributes.remove(name);
                    } else {
                        attributes.put(name, values);
                    }
                });
                rows.add(frame.form().record(kind, key, change.file(), attributes), change.n(), 0, null);
            }
        }
    }

    private Map<String, String> attributes(Connection connection, RecordKind kind, List<String> keys)
            throws SQLException {
        Map<String, String> known = new LinkedHashMap<>();
        Rows.Row<@Nullable String> take = row -> known.put(row.getString("key"), row.getString("raw"));
        if (kind == RecordKind.SCHOOL) {
            Rows.list(connection, frame.staging().sql(KeptRecords.SCHOOLS), take, keys);
            Rows.list(connection, frame.staging().sql(STAGED_SCHOOLS), take, keys);
        } else {
            Rows.list(connection, frame.staging().sql(KeptRecords.PEOPLE), take, kind, keys);
            Rows.list(connection, frame.staging().sql(STAGED_PEOPLE), take, kind, keys);
        }
        return known;
    }
}
