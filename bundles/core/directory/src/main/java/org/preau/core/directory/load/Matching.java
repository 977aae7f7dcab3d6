package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordKind;
import org.preau.core.directory.Sql;

/** Finds for every staged person who he is: by the key of the source, for a pupil under a new key by his INE within the academy. Nobody is matched by name. */
final class Matching {
    private static final String MATCH =
            """
            insert into {match} (kind, key, person_id, state, old_key)
            select s.kind, s.key, coalesce(k.person_id, i.person_id, s.new_id),
                   case when k.person_id is null and i.person_id is null then 'NEW'
                        when coalesce(k.gone_at, i.gone_at) is not null then 'BACK'
                        when k.digest = s.digest then 'SAME'
                        else 'CHANGED' end,
                   case when k.person_id is null then i.key end
              from {person} s
              left join directory.person_source k
                on k.feed = ? and k.academy = ? and k.kind = s.kind and k.key = s.key
              left join directory.person_source i
                on k.person_id is null and s.kind = 'PUPIL' and s.ine <> ''
               and i.feed = ? and i.academy = ? and i.kind = 'PUPIL' and i.ine = s.ine
               and not exists (select 1 from {person} o where o.kind = 'PUPIL' and o.key = i.key)
            """;
    private static final String DEPARTURES =
            """
            select count(*) from directory.person_source p
             where p.feed = ? and p.academy = ? and p.gone_at is null and p.kind = ?
               and not exists (select 1 from {match} m where m.kind = p.kind and coalesce(m.old_key, m.key) = p.key)
            """;
    private static final String DEPARTED_SCHOOLS =
            """
            select count(*) from directory.structure d
             where d.kind = 'SCHOOL' and d.feed = ? and d.academy = ? and d.ended_at is null
               and not exists (select 1 from {school} s where s.uai = upper(d.code))
            """;
    private static final String SCHOOLS =
            """
            select count(*) from {school} s
             where not exists (select 1 from directory.structure d
                                where upper(d.code) = s.uai and d.digest = s.digest and d.ended_at is null)
            """;

    private final Staging staging;
    private final LoadSource source;

    Matching(Staging staging, LoadSource source) {
        this.staging = staging;
        this.source = source;
    }

    /** Matches everybody anew and counts. */
    LoadDifference match(Connection connection) throws SQLException {
        String feed = source.feed();
        String academy = source.academy();
        Sql.run(connection, staging.sql("truncate {match}"));
        Sql.update(connection, staging.sql(MATCH), feed, academy, feed, academy);
        Sql.run(connection, staging.sql("analyze {match}"));
        Map<RecordKind, LoadDifference.Figures> kinds = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            kinds.put(kind, kind == RecordKind.SCHOOL ? schools(connection) : people(connection, kind));
        }
        return new LoadDifference(kinds);
    }

    private LoadDifference.Figures schools(Connection connection) throws SQLException {
        int leaving = source.complete()
                ? Sql.count(connection, staging.sql(DEPARTED_SCHOOLS), source.feed(), source.academy())
                : 0;
        return new LoadDifference.Figures(
                0, Sql.count(connection, staging.sql(SCHOOLS)), 0, 0, leaving, 0);
    }

    private LoadDifference.Figures people(Connection connection, RecordKind kind) throws SQLException {
        int leaving = source.complete()
                ? Sql.count(connection, staging.sql(DEPARTURES), source.feed(), source.academy(), kind)
                : 0;
        return new LoadDifference.Figures(
                count(connection, kind, "NEW"),
                count(connection, kind, "CHANGED") + count(connection, kind, "BACK"),
                0,
                count(connection, kind, "SAME"),
                leaving,
                0);
    }

    private int count(Connection connection, RecordKind kind, String state) throws SQLException {
        return Sql.count(connection, staging.sql("select count(*) from {match} where kind = ? and state = ?"), kind, state);
    }
}
