package org.preau.core.directory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.persistence.Rows;

/** Counts what the directory holds. */
final class Totals {
    private static final String WHOLE =
            """
            select (select count(*) from directory.structure where kind = 'SCHOOL' and ended_at is null) as schools,
                   c.classes, c.groups, a.pupils, a.nursery, a.teachers,
                   (select count(distinct person_id) from directory.affiliation s where s.profile = 'STAFF'
                       and not exists (select 1 from directory.affiliation t
                                        where t.person_id = s.person_id and t.profile in ('HEAD', 'TEACHER'))) as staff,
                   (select count(*) from (select guardian_id from directory.guardianship
                                          union select person_id from directory.affiliation where profile = 'GUARDIAN'
                                          union select person_id from directory.person_source
                                                 where kind = 'GUARDIAN' and gone_at is null) g) as guardians,
                   (select count(*) from directory.guardianship) as links
              from (select count(distinct a.person_id) filter (where profile = 'STUDENT') as pupils,
                           count(distinct a.person_id) filter (where profile = 'STUDENT' and p.nursery) as nursery,
                           count(distinct a.person_id) filter (where profile in ('HEAD', 'TEACHER')) as teachers
                      from directory.affiliation a join directory.person p on p.id = a.person_id) a,
                   (select count(*) filter (where kind = 'CLASS') as classes, count(*) filter (where kind = 'GROUP') as groups
                      from directory.school_class c
                     where ended_at is null and exists (select 1 from directory.class_member m where m.class_id = c.id)) c
            """;
    private static final String BY_SCHOOL =
            """
            select d.id, d.code, 1 as schools,
                   coalesce(c.classes, 0) as classes, coalesce(c.groups, 0) as groups, coalesce(a.pupils, 0) as pupils,
                   coalesce(a.nursery, 0) as nursery, coalesce(a.teachers, 0) as teachers, coalesce(a.staff, 0) as staff,
                   coalesce(g.guardians, 0) as guardians, coalesce(g.links, 0) as links
              from directory.structure d
              left join (select a.structure_id,
                                count(*) filter (where profile = 'STUDENT') as pupils,
                                count(*) filter (where profile = 'STUDENT' and p.nursery) as nursery,
                                count(distinct a.person_id) filter (where profile in ('HEAD', 'TEACHER')) as teachers,
                                count(*) filter (where profile = 'STAFF') as staff
                           from directory.affiliation a join directory.person p on p.id = a.person_id
                          group by a.structure_id) a on a.structure_id = d.id
              left join (select structure_id, count(*) filter (where kind = 'CLASS') as classes,
                                count(*) filter (where kind = 'GROUP') as groups
                           from directory.school_class c
                          where ended_at is null and exists (select 1 from directory.class_member m where m.class_id = c.id)
                          group by structure_id) c on c.structure_id = d.id
              left join (select b.structure_id, count(distinct b.person_id) as guardians, count(b.child_id) as links
                           from directory.belonging b where b.profile = 'GUARDIAN'
                          group by b.structure_id) g on g.structure_id = d.id
             where d.kind = 'SCHOOL' and d.ended_at is null and (?::uuid is null or d.id = ?)
             order by d.code
            """;

    private Totals() {}

    static DirectoryTotals whole(Connection connection) throws SQLException {
        return Rows.first(connection, WHOLE, Totals::read).orElseThrow();
    }

    /** Figures by UAI, of one school or of all. */
    static Map<String, DirectoryTotals> bySchool(Connection connection, @Nullable UUID school) throws SQLException {
        Map<String, DirectoryTotals> figures = new LinkedHashMap<>();
        Rows.list(connection, BY_SCHOOL, row -> figures.put(row.getString("code"), read(row)), school, school);
        return figures;
    }

    private static DirectoryTotals read(ResultSet row) throws SQLException {
        return new DirectoryTotals(
                row.getInt("schools"),
                row.getInt("classes"),
                row.getInt("groups"),
                row.getInt("pupils"),
                row.getInt("nursery"),
                row.getInt("guardians"),
                row.getInt("links"),
                row.getInt("teachers"),
                row.getInt("staff"));
    }
}
