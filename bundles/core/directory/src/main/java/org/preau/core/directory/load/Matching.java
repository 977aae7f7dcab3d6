package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

/**
 * Finds for every staged person who he is: by the key of the source; for a pupil under a new key by his INE within the academy, once the old key is gone, or as other feeds know him
 * ({@link OtherSources}). Nobody is matched by name. Finds too who leaves.
 */
final class Matching {
    private static final String FRESH =
            """
            select not exists (select 1 from directory.person_source where feed = {feed} and academy = {academy})
               and not exists (select 1 from directory.structure where feed = {feed} and academy = {academy})
               and not\s"""
                    + OtherSources.THERE;
    private static final String ALL_NEW =
            """
            insert into {match} (n, kind, key, person_id, state, raw_same, named, moved)
            select n, kind, key, new_id, 'NEW', true, true, false from {person}
            """;
    private static final String BY_KEY =
            """
            insert into {match} (n, kind, key, person_id, state, raw_same, named, moved)
            select s.n, s.kind, s.key, coalesce(k.person_id, s.new_id),
                   case when k.person_id is null then 'NEW'
                        when k.gone_at is not null then 'BACK'
                        when k.digest = s.digest then 'SAME'
                        else 'CHANGED' end,
                   k.raw_digest is not distinct from s.raw_digest, s.extra = 0, false
              from {person} s
              left join directory.person_source k
                on k.feed = {feed} and k.academy = {academy} and k.kind = s.kind and k.key = s.key
            """;
    private static final String RENAMED =
            """
            update {match} m
               set person_id = i.person_id, state = case when i.gone_at is null then 'CHANGED' else 'BACK' end, old_key = i.key
              from {person} s
              join directory.person_source i on i.feed = {feed} and i.academy = {academy} and i.kind = s.kind
             where m.n = s.n and m.state = 'NEW' and\s""";
    private static final String BY_INE = RENAMED
            + """
             s.kind = 'PUPIL' and s.ine <> '' and i.ine = s.ine
               and not exists (select 1 from {person} o where o.kind = 'PUPIL' and o.key = i.key)
            """;
    /** Absence from a partial load means nothing: there the old key must be gone by word. */
    private static final String GONE_BY_WORD =
            " and (i.gone_at is not null or exists (select 1 from {gone} g where g.kind = i.kind and g.key = i.key))";

    private static final String BY_HINT = RENAMED + " s.hint is not null and i.key = s.hint";
    private static final String SCHOOLS =
            """
            insert into {match} (n, kind, key, person_id, state, old_key, raw_same, named, moved)
            select s.n, 'SCHOOL', s.key, d.id,
                   case when d.id is null then 'NEW'
                        when d.ended_at is not null then 'BACK'
                        when d.digest = s.digest and d.feed = {feed} and d.academy = {academy} then 'SAME'
                        else 'CHANGED' end,
                   case when d.feed = {feed} and d.academy = {academy} and d.source_key <> s.key then d.source_key end,
                   d.raw_digest is not distinct from s.raw_digest, s.extra = 0, false
              from {school} s left join directory.structure d on upper(d.code) = s.uai
            """;
    private static final String MOVED =
            """
            update {match} set moved = true
             where n in (select m.n from {match} m
                           join {affiliation} a on a.n = m.n
                           join directory.structure t on t.feed = {feed} and t.academy = {academy} and t.source_key = a.school
                          where m.state = 'CHANGED' and m.kind in ('PUPIL', 'STAFF')
                            and exists (select 1 from directory.affiliation x
                                         where x.person_id = m.person_id and x.source = {mark})
                            and not exists (select 1 from directory.affiliation x
                                             where x.person_id = m.person_id and x.structure_id = t.id))
            """;
    private static final String ABSENT =
            """
            insert into {leaver} (kind, key, person_id, stays)
            select p.kind, p.key, p.person_id, false from directory.person_source p
             where p.feed = {feed} and p.academy = {academy} and p.gone_at is null
               and not exists (select 1 from {match} m where m.kind = p.kind and coalesce(m.old_key, m.key) = p.key)
            """;
    private static final String ABSENT_SCHOOLS =
            """
            insert into {leaver} (kind, key, person_id, stays)
            select 'SCHOOL', coalesce(d.source_key, ''), d.id, false from directory.structure d
             where d.kind = 'SCHOOL' and d.feed = {feed} and d.academy = {academy} and d.ended_at is null
               and not exists (select 1 from {match} m where m.kind = 'SCHOOL' and m.person_id = d.id)
            """;
    private static final String REMOVED =
            " and exists (select 1 from {gone} g where g.kind = p.kind and g.key = p.key)";
    private static final String REMOVED_SCHOOLS =
            " and exists (select 1 from {gone} g where g.kind = 'SCHOOL' and g.key = d.source_key)";
    private static final String STATES =
            """
            select kind, count(*) filter (where state = 'NEW') as created,
                   count(*) filter (where state in ('CHANGED', 'BACK', 'FOUND')) as changed,
                   count(*) filter (where moved) as moved, count(*) filter (where state = 'SAME') as unchanged,
                   0 as leaving
              from {match} where named group by kind
            union all
            select kind, 0, count(*) filter (where not stays and elsewhere), count(*) filter (where not stays and elsewhere), 0,
                   count(*) filter (where not stays and not elsewhere) from {leaver} group by kind
            """;
    private static final String BEFORE =
            """
            select kind, count(*) as before from directory.person_source
             where feed = {feed} and academy = {academy} and gone_at is null group by kind
            union all
            select 'SCHOOL', count(*) from directory.structure
             where kind = 'SCHOOL' and feed = {feed} and academy = {academy} and ended_at is null
            """;

    private final LoadFrame frame;
    private boolean fresh;
    private boolean matched;
    /** How many there were; a million rows are counted once for the review and what follows it. */
    private @Nullable Map<RecordKind, Integer> before;

    Matching(LoadFrame frame) {
        this.frame = frame;
    }

    /** Whether there was nothing of the source before. */
    boolean fresh() {
        return fresh;
    }

    /** Matches everybody anew, unless nothing can have changed since the last time. */
    void match(Connection connection) throws SQLException {
        boolean empty = Rows.first(connection, frame.staging().sql(FRESH), row -> row.getBoolean(1))
                .orElse(false);
        if (!empty || !matched) {
            before = fresh == empty ? before : null;
            fresh = empty;
            frame.run(connection, "truncate {match}, {leaver}");
            if (fresh) {
                frame.update(connection, ALL_NEW);
            } else {
                known(connection);
            }
            frame.update(connection, SCHOOLS);
            frame.run(connection, "analyze {match}");
            if (!fresh) {
                frame.update(connection, MOVED);
                frame.update(connection, frame.partial() ? ABSENT + REMOVED : ABSENT);
                frame.update(connection, frame.partial() ? ABSENT_SCHOOLS + REMOVED_SCHOOLS : ABSENT_SCHOOLS);
            }
            frame.run(connection, "analyze {leaver}");
            if (!fresh) {
                OtherSources.compare(frame, connection);
            }
            matched = true;
        }
    }

    /** What it comes to; only before anything is merged. */
    LoadDifference difference(Connection connection) throws SQLException {
        Map<RecordKind, Integer> there = before(connection);
        Map<RecordKind, Figures> kinds = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            kinds.put(kind, new Figures(0, 0, 0, 0, 0, there.getOrDefault(kind, 0)));
        }
        String query = "select kind, sum(created) as created, sum(changed) as changed, sum(moved) as moved,"
                + " sum(unchanged) as unchanged, sum(leaving) as leaving from (" + STATES + ") all_kinds group by kind";
        Rows.list(connection, frame.staging().sql(query), row -> {
            RecordKind kind = RecordKind.valueOf(row.getString("kind"));
            return kinds.put(kind, SchoolFigures.figures(row, there.getOrDefault(kind, 0)));
        });
        return new LoadDifference(kinds);
    }

    private Map<RecordKind, Integer> before(Connection connection) throws SQLException {
        Map<RecordKind, Integer> known = before;
        if (known == null) {
            Map<RecordKind, Integer> counted = new EnumMap<>(RecordKind.class);
            if (!fresh) {
                Rows.list(
                        connection,
                        frame.staging().sql(BEFORE),
                        row -> counted.put(RecordKind.valueOf(row.getString("kind")), row.getInt("before")));
            }
            known = counted;
            before = known;
        }
        return known;
    }

    private void known(Connection connection) throws SQLException {
        if (frame.update(connection, BY_KEY) > 0) {
            if (frame.undoes() != null) {
                frame.update(connection, BY_HINT);
            }
            if (frame.count(connection, "select count(*) from {match} where state = 'NEW' and kind = 'PUPIL'") > 0) {
                frame.update(connection, frame.partial() ? BY_INE + GONE_BY_WORD : BY_INE);
                OtherSources.find(frame, connection);
            }
        }
    }
}
