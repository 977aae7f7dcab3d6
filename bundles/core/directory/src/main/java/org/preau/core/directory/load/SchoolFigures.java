package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.persistence.Rows;

/** The difference by school and kind, in a table that is made when somebody first asks: schools that the archive touches, others have nothing to show. Guardians count in the schools of their children. */
final class SchoolFigures {
    /** Who is concerned where: after for the schools the archive says, before for those of today. */
    private static final String MAKE =
            """
            drop table if exists {place};
            create unlogged table {place} (kind text, key text, code text, change text, moved boolean);
            create unlogged table if not exists {figure} (code text, name text, kind text, created integer, changed integer,
                moved integer, unchanged integer, leaving integer, before integer);
            truncate {figure};
            create temporary table school_code on commit drop as
            select key as school, uai as code from {school}
            union
            select source_key, code from directory.structure
             where kind = 'SCHOOL' and feed = {feed} and academy = {academy} and ended_at is null
               and not exists (select 1 from {school} s where s.key = source_key);
            create temporary table at_school on commit drop as
            select a.person_id, d.code
              from directory.affiliation a join directory.structure d on d.id = a.structure_id
             where a.source = {mark} and d.kind = 'SCHOOL'
               and a.person_id in (select person_id from {match} where moved union all select person_id from {leaver})
            union
            select g.guardian_id, d.code
              from directory.guardianship g
              join directory.affiliation a on a.person_id = g.pupil_id and a.source = {mark}
              join directory.structure d on d.id = a.structure_id
             where g.source = {mark} and d.kind = 'SCHOOL'
               and g.guardian_id in (select person_id from {match} where kind = 'GUARDIAN' and state in ('CHANGED', 'SAME')
                                     union all select person_id from {leaver});
            analyze at_school;
            create temporary table goes_to on commit drop as
            select a.n, c.code from {affiliation} a join school_code c on c.school = a.school
            union
            select g.n, c.code from {link} l
              join {affiliation} a on a.n = l.n
              join school_code c on c.school = a.school
              join {match} g on g.kind = 'GUARDIAN' and g.key = l.guardian;
            analyze goes_to;
            insert into {place} (kind, key, code, change, moved)
            select m.kind, m.key, p.code, m.state, m.moved
              from {match} m
              join (select n, code from goes_to
                    union
                    select m.n, b.code from {match} m join at_school b on b.person_id = m.person_id
                     where m.moved or (m.kind = 'GUARDIAN' and m.state in ('CHANGED', 'SAME'))) p on p.n = m.n
             where m.named and m.kind <> 'SCHOOL';
            insert into {place} (kind, key, code, change, moved)
            select m.kind, m.key, s.uai, m.state, false from {match} m join {school} s on s.n = m.n where m.named;
            insert into {place} (kind, key, code, change, moved)
            select l.kind, l.key, b.code, case when l.elsewhere then 'CHANGED' else 'LEAVING' end, l.elsewhere
              from {leaver} l join at_school b on b.person_id = l.person_id;
            insert into {place} (kind, key, code, change, moved)
            select l.kind, l.key, d.code, 'LEAVING', false
              from {leaver} l join directory.structure d on d.id = l.person_id where l.kind = 'SCHOOL';
            create index on {place} (code, kind, change);
            analyze {place};
            insert into {figure}
            select f.code, coalesce(min(s.name), min(d.name), ''), f.kind, sum(f.created), sum(f.changed), sum(f.moved), sum(f.unchanged), sum(f.leaving), sum(f.before)
              from (select code, kind, count(*) filter (where change = 'NEW') as created,
                           count(*) filter (where change in ('CHANGED', 'BACK', 'FOUND')) as changed,
                           count(*) filter (where moved) as moved, count(*) filter (where change = 'SAME') as unchanged,
                           count(*) filter (where change = 'LEAVING') as leaving, 0 as before
                      from {place} group by code, kind
                    union all
                    select d.code, case a.profile when 'STUDENT' then 'PUPIL' else 'STAFF' end, 0, 0, 0, 0, 0, count(*)
                      from directory.affiliation a join directory.structure d on d.id = a.structure_id
                     where a.source = {mark} and d.kind = 'SCHOOL' and d.code in (select code from {place}) group by 1, 2
                    union all
                    select d.code, 'GUARDIAN', 0, 0, 0, 0, 0, count(distinct g.guardian_id)
                      from directory.guardianship g
                      join directory.affiliation a on a.person_id = g.pupil_id and a.source = {mark} and a.profile = 'STUDENT'
                      join directory.structure d on d.id = a.structure_id
                     where g.source = {mark} and d.kind = 'SCHOOL' and d.code in (select code from {place}) group by d.code
                    union all
                    select d.code, 'SCHOOL', 0, 0, 0, 0, 0, 1 from directory.structure d
                     where d.kind = 'SCHOOL' and d.feed = {feed} and d.academy = {academy} and d.ended_at is null
                       and d.code in (select code from {place})) f
              left join (select uai, min(name) as name from {school} group by uai) s on s.uai = f.code
              left join (select upper(code) as code, min(name) as name from directory.structure group by 1) d on d.code = upper(f.code)
             group by f.code, f.kind;
            """;

    /** Samples are looked up: without these each would read all that is staged. */
    private static final String FOR_SAMPLES =
            """
            create index on {person} (n);
            create index on {match} (kind, key);
            create index on {member} (n);
            create index on {affiliation} (n);
            """;

    private static final String PAGE =
            """
            select f.* from {figure} f
             where created + changed + leaving > 0
             order by name collate "fr-x-icu", code, array_position(array['SCHOOL', 'PUPIL', 'GUARDIAN', 'STAFF'], kind)
             limit ? offset ?
            """;

    private SchoolFigures() {}

    static void make(LoadFrame frame, Connection connection) throws SQLException {
        frame.run(connection, MAKE);
        frame.run(connection, FOR_SAMPLES);
    }

    static Page<SchoolDifference> page(LoadFrame frame, Connection connection, PageRequest page) throws SQLException {
        List<SchoolDifference> items = Rows.list(
                connection,
                frame.staging().sql(PAGE),
                row -> new SchoolDifference(
                        row.getString("code"),
                        row.getString("name"),
                        RecordKind.valueOf(row.getString("kind")),
                        figures(row, row.getInt("before"))),
                page.limit(),
                page.offset());
        int total = frame.count(connection, "select count(*) from {figure} where created + changed + leaving > 0");
        return new Page<>(items, total);
    }

    static Figures figures(ResultSet row, int before) throws SQLException {
        return new Figures(
                row.getInt("created"),
                row.getInt("changed"),
                row.getInt("moved"),
                row.getInt("unchanged"),
                row.getInt("leaving"),
                before);
    }
}
