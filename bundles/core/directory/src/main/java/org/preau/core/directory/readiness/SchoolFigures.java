package org.preau.core.directory.readiness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.directory.readiness.SchoolReadiness;
import org.preau.api.persistence.Rows;

/** Counts for all schools in one statement, each table read once; or for one school by its indexes. */
final class SchoolFigures {
    private static final String QUERY =
            """
            with class as (
                   select c.structure_id, c.id from directory.school_class c
                    where c.kind = 'CLASS' and c.ended_at is null {c}),
                 pupil as (
                   select a.structure_id, a.person_id from directory.affiliation a
                    where a.profile = 'STUDENT' {a}),
                 member as (
                   select c.structure_id, c.id as class_id, m.person_id
                     from class c join directory.class_member m on m.class_id = c.id),
                 family as (
                   select p.structure_id, g.pupil_id, g.guardian_id
                     from pupil p join directory.guardianship g on g.pupil_id = p.person_id),
                 guardian as (
                   select distinct structure_id, guardian_id from family),
                 people as (
                   select structure_id, guardian_id as person_id from guardian
                    union
                   select a.structure_id, a.person_id from directory.affiliation a where true {a})
            select d.id, coalesce(c.classes, 0) as classes, coalesce(c.empty, 0) as empty,
                   coalesce(c.untaught, 0) as untaught, coalesce(p.pupils, 0) as pupils,
                   coalesce(p.classless, 0) as classless, coalesce(p.alone, 0) as alone,
                   coalesce(g.guardians, 0) as guardians, coalesce(g.mailless, 0) as mailless,
                   coalesce(u.accounts, 0) as accounts, coalesce(u.asleep, 0) as asleep
              from directory.structure d
              left join (select c.structure_id, count(*) as classes,
                                count(*) filter (where m.class_id is null) as empty,
                                count(*) filter (where m.class_id is not null and t.class_id is null) as untaught
                           from class c
                           left join (select distinct class_id from member) m on m.class_id = c.id
                           left join (select distinct class_id from directory.teaching) t on t.class_id = c.id
                          group by c.structure_id) c on c.structure_id = d.id
              left join (select p.structure_id, count(*) as pupils,
                                count(*) filter (where m.person_id is null) as classless,
                                count(*) filter (where f.pupil_id is null) as alone
                           from pupil p
                           left join (select distinct structure_id, person_id from member) m
                             on m.structure_id = p.structure_id and m.person_id = p.person_id
                           left join (select distinct structure_id, pupil_id from family) f
                             on f.structure_id = p.structure_id and f.pupil_id = p.person_id
                          group by p.structure_id) p on p.structure_id = d.id
              left join (select g.structure_id, count(*) as guardians,
                                count(*) filter (where x.email = '') as mailless
                           from guardian g join directory.person x on x.id = g.guardian_id
                          group by g.structure_id) g on g.structure_id = d.id
              left join (select w.structure_id, count(*) as accounts,
                                count(*) filter (where a.state = 'INACTIVE') as asleep
                           from people w join directory.account a on a.person_id = w.person_id and a.state <> 'LEAVING'
                          group by w.structure_id) u on u.structure_id = d.id
             where d.kind = 'SCHOOL' and d.ended_at is null {d}
            """;

    private SchoolFigures() {}

    static List<SchoolReadiness> read(Connection connection, Optional<UUID> school) throws SQLException {
        String sql = QUERY.replace("{c}", school.isPresent() ? "and c.structure_id = ?" : "")
                .replace("{a}", school.isPresent() ? "and a.structure_id = ?" : "")
                .replace("{d}", school.isPresent() ? "and d.id = ?" : "");
        Object[] parameters =
                school.<Object[]>map(id -> Collections.nCopies(4, id).toArray()).orElseGet(() -> new Object[0]);
        return Rows.list(
                connection,
                sql,
                row -> new SchoolReadiness(
                        Rows.uuid(row, "id"),
                        row.getInt("classes"),
                        row.getInt("empty"),
                        row.getInt("untaught"),
                        row.getInt("pupils"),
                        row.getInt("classless"),
                        row.getInt("alone"),
                        row.getInt("guardians"),
                        row.getInt("mailless"),
                        row.getInt("accounts"),
                        row.getInt("asleep")),
                parameters);
    }
}
