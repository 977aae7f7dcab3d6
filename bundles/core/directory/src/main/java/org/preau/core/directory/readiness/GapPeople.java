package org.preau.core.directory.readiness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.readiness.Gap;
import org.preau.api.directory.readiness.GapPerson;
import org.preau.api.persistence.Rows;

/** The people of one school about whom something is missing, paged by the database. */
final class GapPeople {
    private static final String PUPILS =
            "select a.person_id, 'STUDENT' as profile from directory.affiliation a where a.structure_id = ? and a.profile = 'STUDENT' and ";
    private static final String CLASSLESS = PUPILS
            + """
             not exists (select 1 from directory.class_member m
                           join directory.school_class c on c.id = m.class_id and c.kind = 'CLASS' and c.ended_at is null
                          where m.person_id = a.person_id and c.structure_id = a.structure_id)
            """;
    private static final String ALONE =
            PUPILS + "not exists (select 1 from directory.guardianship g where g.pupil_id = a.person_id)";
    private static final String MAILLESS =
            """
            select distinct g.guardian_id as person_id, 'GUARDIAN' as profile
              from directory.affiliation a
              join directory.guardianship g on g.pupil_id = a.person_id
              join directory.person x on x.id = g.guardian_id and x.email = ''
             where a.structure_id = ? and a.profile = 'STUDENT'
            """;
    private static final String ASLEEP =
            """
            select b.person_id, min(b.profile) as profile
              from directory.belonging b
              join directory.account a on a.person_id = b.person_id and a.state = 'INACTIVE'
             where b.structure_id = ?
             group by b.person_id
            """;
    private static final String PAGE =
            """
            select p.id, p.first_name, p.last_name, w.profile,
                   array(select distinct c.name from directory.class_belonging b
                           join directory.school_class c on c.id = b.class_id and c.kind = 'CLASS' and c.ended_at is null
                          where b.person_id = p.id and c.structure_id = ?) as classes
              from (%s) w join directory.person p on p.id = w.person_id
             order by p.sort_name, p.id limit ? offset ?
            """;

    private GapPeople() {}

    static Page<GapPerson> read(Connection connection, UUID school, Gap gap, PageRequest page) throws SQLException {
        String who = query(gap);
        int total = (int) Rows.count(connection, "select count(*) from (" + who + ") w", school);
        List<GapPerson> people = Rows.list(
                connection, PAGE.formatted(who), GapPeople::person, school, school, page.limit(), page.offset());
        return new Page<>(people, total);
    }

    private static String query(Gap gap) {
        return switch (gap) {
            case PUPIL_WITHOUT_CLASS -> CLASSLESS;
            case PUPIL_WITHOUT_GUARDIAN -> ALONE;
            case GUARDIAN_WITHOUT_MAIL -> MAILLESS;
            case ACCOUNT_NEVER_USED -> ASLEEP;
        };
    }

    private static GapPerson person(ResultSet row) throws SQLException {
        return new GapPerson(
                Rows.uuid(row, "id"),
                row.getString("first_name"),
                row.getString("last_name"),
                Profile.valueOf(row.getString("profile")),
                Arrays.stream((Object[]) row.getArray("classes").getArray())
                        .map(String::valueOf)
                        .toList());
    }
}
