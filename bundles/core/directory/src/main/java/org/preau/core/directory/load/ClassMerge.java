package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.persistence.Rows;

/** Makes the classes and groups that pupils name; one under a new name keeps its id, by its key within the school. Ends those that nobody names any more. */
final class ClassMerge {
    private static final int AT_ONCE = 1_000;
    /** What a pupil says who is only staged again never renames a class: his attributes may be older. */
    private static final String NAMED =
            """
            select w.structure_id, w.kind, w.class_key, coalesce(w.name, c.name, w.any_name) as name
              from (select d.id as structure_id, x.kind, x.class_key, min(x.name) filter (where m.named) as name,
                           min(x.name) as any_name
                      from {member} x
                      join {match} m on m.n = x.n
                      join directory.structure d on d.feed = {feed} and d.academy = {academy} and d.source_key = x.school
                       and d.ended_at is null
                     group by d.id, x.kind, x.class_key) w
              left join directory.school_class c
                on c.structure_id = w.structure_id and c.kind = w.kind and c.source_key = w.class_key
             where c.id is null or c.ended_at is not null or c.name <> w.name
             order by 1, 2, 3
            """;

    /** Classes that a list of ONDE made, under a key that is their name: they keep their id under the key that is theirs from now on. */
    private static final String ADOPT =
            """
            update directory.school_class c set source_key = w.class_key
              from (select d.id as structure_id, x.kind, lower(btrim(x.name)) as name, min(x.class_key) as class_key
                      from {member} x
                      join directory.structure d on d.feed = {feed} and d.academy = {academy} and d.source_key = x.school
                       and d.ended_at is null
                     where {feed} <> 'onde' and exists (select 1 from directory.class_member o where o.source like 'onde:%')
                     group by d.id, x.kind, lower(btrim(x.name)) having count(distinct x.class_key) = 1) w
             where c.structure_id = w.structure_id and c.kind = w.kind and lower(btrim(c.name)) = w.name
               and c.source_key <> w.class_key
               and exists (select 1 from directory.class_member o where o.class_id = c.id and o.source like 'onde:%')
               and not exists (select 1 from directory.school_class k
                                where k.structure_id = c.structure_id and k.kind = c.kind and k.source_key = w.class_key)
            """;

    private static final String UPSERT =
            """
            insert into directory.school_class as x (id, structure_id, kind, source_key, name) values (?, ?, ?, ?, ?)
            on conflict (structure_id, kind, source_key) do update set name = excluded.name, ended_at = null
             where x.name <> excluded.name or x.ended_at is not null
            """;
    private static final String END =
            """
            update directory.school_class c set ended_at = {now}::timestamptz
             where c.id in (select class_id from {lost}) and c.ended_at is null
               and not exists (select 1 from directory.class_member x where x.class_id = c.id)
            """;

    private ClassMerge() {}

    private record Named(UUID school, String kind, String key, String name) {}

    /** Makes and names; before pupils are put in. */
    static void make(LoadFrame frame, Connection connection) throws SQLException {
        frame.update(connection, ADOPT);
        List<Named> all = Rows.list(
                connection,
                frame.staging().sql(NAMED),
                row -> new Named(
                        Rows.uuid(row, "structure_id"),
                        row.getString("kind"),
                        row.getString("class_key"),
                        row.getString("name")));
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            int waiting = 0;
            for (Named each : all) {
                Rows.bind(upsert, Ids.next(), each.school(), each.kind(), each.key(), each.name());
                upsert.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    upsert.executeBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    /** Ends those that lost their last member. */
    static void end(LoadFrame frame, Connection connection) throws SQLException {
        frame.update(connection, END);
    }
}
