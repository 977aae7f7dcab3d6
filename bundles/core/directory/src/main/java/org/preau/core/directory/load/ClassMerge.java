package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.directory.load.LoadSource;
import org.preau.core.directory.Sql;

/** Makes the classes and groups that pupils name; one under a new name keeps its id, by its key within the school. */
final class ClassMerge {
    private static final int AT_ONCE = 1_000;
    private static final String NAMED =
            """
            select distinct on (d.id, x.kind, x.class_key) d.id, x.kind, x.class_key, x.name
              from {member} x
              join directory.structure d on d.feed = ? and d.academy = ? and d.source_key = x.school and d.ended_at is null
             order by d.id, x.kind, x.class_key, x.name
            """;
    private static final String UPSERT =
            """
            insert into directory.school_class as x (id, structure_id, kind, source_key, name) values (?, ?, ?, ?, ?)
            on conflict (structure_id, kind, source_key) do update set name = excluded.name, ended_at = null
             where x.name <> excluded.name or x.ended_at is not null
            """;
    private static final String END =
            """
            update directory.school_class c set ended_at = ?
              from directory.structure d
             where d.id = c.structure_id and d.feed = ? and d.academy = ? and c.ended_at is null
               and not exists (select 1 from {member} x
                                where x.school = d.source_key and x.kind = c.kind and x.class_key = c.source_key)
            """;

    private final Staging staging;
    private final LoadSource source;

    ClassMerge(Staging staging, LoadSource source) {
        this.staging = staging;
        this.source = source;
    }

    private record Named(UUID school, String kind, String key, String name) {}

    void apply(Connection connection, Instant now) throws SQLException {
        List<Named> all = Sql.list(
                connection,
                staging.sql(NAMED),
                row -> new Named(
                        Sql.uuid(row, "id"), row.getString("kind"), row.getString("class_key"), row.getString("name")),
                source.feed(),
                source.academy());
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            int waiting = 0;
            for (Named each : all) {
                Sql.bind(upsert, Ids.next(), each.school(), each.kind(), each.key(), each.name());
                upsert.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    upsert.executeBatch();
                }
            }
            upsert.executeBatch();
        }
        if (source.complete()) {
            Sql.update(connection, staging.sql(END), now, source.feed(), source.academy());
        }
    }
}
