package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.ChangeSample.Change;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

/** Some of the records that change, with what changes in them. */
final class Samples {
    private static final String STAGED =
            """
            select p.key, s.last_name || ' ' || s.first_name as name,
                   coalesce((select string_agg(c.name, ', ' order by c.name)
                               from directory.class_member x join directory.school_class c on c.id = x.class_id
                              where x.person_id = m.person_id and x.source = {mark} and c.kind = 'CLASS'), '') as class_before,
                   coalesce((select string_agg(y.name, ', ' order by y.name)
                               from {member} y where y.n = s.n and y.kind = 'CLASS'), '') as class_after,
                   coalesce((select string_agg(d.name, ', ' order by d.name)
                               from directory.affiliation x join directory.structure d on d.id = x.structure_id
                              where x.person_id = m.person_id and x.source = {mark}), '') as school_before,
                   coalesce((select string_agg(coalesce(t.name, d.name), ', ' order by coalesce(t.name, d.name))
                               from {affiliation} a
                               left join {school} t on t.key = a.school
                               left join directory.structure d on d.feed = {feed} and d.academy = {academy}
                                and d.source_key = a.school
                              where a.n = s.n), '') as school_after,
                   (select string_agg(coalesce(o.key, w.key), ', ' order by coalesce(o.key, w.key))
                      from jsonb_each(k.raw) o full join jsonb_each(s.raw) w on w.key = o.key
                     where o.value is distinct from w.value) as fields
              from {place} p
              join {match} m on m.kind = p.kind and m.key = p.key
              join {person} s on s.n = m.n
              left join directory.person_source k on k.feed = {feed} and k.academy = {academy} and k.kind = m.kind
               and k.key = coalesce(m.old_key, m.key)
             where p.code = ? and p.kind = ? and p.change = any (?) and p.moved = ?
             order by s.sort_name, p.key limit ?
            """;
    private static final String LEAVING =
            """
            select p.key, d.last_name || ' ' || d.first_name as name, '' as class_after, '' as school_before, '' as school_after,
                   coalesce((select string_agg(c.name, ', ' order by c.name)
                               from directory.class_member x join directory.school_class c on c.id = x.class_id
                              where x.person_id = l.person_id and x.source = {mark} and c.kind = 'CLASS'), '') as class_before,
                   null as fields
              from {place} p
              join {leaver} l on l.kind = p.kind and l.key = p.key
              join directory.person d on d.id = l.person_id
             where p.code = ? and p.kind = ? and p.change = any (?) and p.moved = ?
             order by d.sort_name, p.key limit ?
            """;
    private static final String SCHOOLS =
            """
            select p.key, coalesce(s.name, d.name) as name, '' as class_before, '' as class_after, '' as school_before,
                   '' as school_after,
                   (select string_agg(coalesce(o.key, w.key), ', ' order by coalesce(o.key, w.key))
                      from jsonb_each(d.raw) o full join jsonb_each(s.raw) w on w.key = o.key
                     where o.value is distinct from w.value) as fields
              from {place} p
              left join {match} m on m.kind = 'SCHOOL' and m.key = p.key
              left join {school} s on s.n = m.n
              left join directory.structure d on upper(d.code) = upper(p.code)
             where p.code = ? and p.kind = ? and p.change = any (?) and p.moved = ?
             order by p.key limit ?
            """;

    private Samples() {}

    static List<ChangeSample> of(
            LoadFrame frame, Connection connection, String code, RecordKind kind, Change change, int most)
            throws SQLException {
        String query = kind == RecordKind.SCHOOL ? SCHOOLS : change == Change.LEAVING ? LEAVING : STAGED;
        List<String> states =
                switch (change) {
                    case CREATED -> List.of("NEW");
                    case CHANGED, MOVED -> List.of("CHANGED", "BACK", "FOUND");
                    case LEAVING -> List.of("LEAVING");
                };
        Rows.run(connection, "set local enable_nestloop = on");
        return Rows.list(
                connection,
                frame.staging().sql(query),
                row -> new ChangeSample(
                        kind,
                        change,
                        row.getString("key"),
                        row.getString("name"),
                        detail(
                                change,
                                arrow(row.getString("class_before"), row.getString("class_after")),
                                arrow(row.getString("school_before"), row.getString("school_after")),
                                row.getString("fields"))),
                code,
                kind,
                states,
                change == Change.MOVED,
                most);
    }

    private static String detail(
            Change change, String classes, String schools, @org.jspecify.annotations.Nullable String fields) {
        return switch (change) {
            case CREATED, LEAVING -> classes;
            case MOVED -> schools.isEmpty() ? classes : schools;
            case CHANGED -> !classes.isEmpty() ? classes : fields == null ? "" : fields;
        };
    }

    /** {@code CE1 A → CE2 B}; one side alone where the other is nothing; nothing where both are the same. */
    private static String arrow(String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        return before.isEmpty() ? after : after.isEmpty() ? before : before + " → " + after;
    }
}
