package org.preau.core.directory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.Child;
import org.preau.api.directory.Membership;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;

/** Reads where people belong. */
final class Memberships {
    private static final String STRUCTURES =
            """
            select 'STRUCTURE' as kind, b.structure_id as id, b.profile, b.structure_id, d.name, b.child_id
              from directory.belonging b join directory.structure d on d.id = b.structure_id
             where b.person_id = ? order by d.name, b.profile
            """;
    private static final String CLASSES =
            """
            select c.kind, b.class_id as id, b.profile, c.structure_id, c.name, b.child_id
              from directory.class_belonging b join directory.class_or_group c on c.id = b.class_id
             where b.person_id = ? and c.ended_at is null order by c.kind, c.name
            """;
    private static final String CHILDREN =
            """
            select p.id, p.first_name, p.last_name, a.structure_id, c.id as class_id, coalesce(c.name, '') as class_name
              from directory.guardianship g
              join directory.person p on p.id = g.pupil_id
              join directory.affiliation a on a.person_id = p.id and a.profile = 'STUDENT'
              left join lateral (select c.id, c.name from directory.class_member m
                                   join directory.school_class c on c.id = m.class_id
                                  where m.person_id = p.id and c.structure_id = a.structure_id and c.kind = 'CLASS'
                                    and c.ended_at is null order by c.name limit 1) c on true
             where g.guardian_id = ? order by p.birth_date nulls last, p.first_name, p.id
            """;
    private static final String CLASS =
            """
            select c.id, c.structure_id, c.name,
                   (select count(*) from directory.class_member m where m.class_id = c.id) as pupils
              from directory.school_class c
            """;
    private static final String OF_SCHOOL = CLASS
            + " where c.structure_id = ? and c.kind = 'CLASS' and c.ended_at is null order by c.name collate \"fr-x-icu\"";
    private static final String OF_SCHOOLS = CLASS
            + " where c.structure_id = any (?::uuid[]) and c.kind = 'CLASS' and c.ended_at is null order by c.name collate \"fr-x-icu\", c.id";
    private static final String BY_ID =
            """
            select c.id, c.structure_id, c.name,
                   (select count(*) from directory.class_member m where m.class_id = c.id)
                     + (select count(*) from directory.hand_group_member m where m.group_id = c.id) as pupils
              from directory.class_or_group c where c.id = ?
            """;

    private Memberships() {}

    static List<Membership> of(Connection connection, UUID person) throws SQLException {
        List<Membership> all = new ArrayList<>(Rows.list(connection, STRUCTURES, Memberships::membership, person));
        all.addAll(Rows.list(connection, CLASSES, Memberships::membership, person));
        return all;
    }

    static List<Child> childrenOf(Connection connection, UUID guardian) throws SQLException {
        return Rows.list(
                connection,
                CHILDREN,
                row -> new Child(
                        Rows.uuid(row, "id"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        Rows.uuid(row, "structure_id"),
                        row.getObject("class_id", UUID.class),
                        row.getString("class_name")),
                guardian);
    }

    static List<SchoolClass> classesOf(Connection connection, UUID school) throws SQLException {
        return Rows.list(connection, OF_SCHOOL, Memberships::schoolClass, school);
    }

    static List<SchoolClass> classesOf(Connection connection, Collection<UUID> schools) throws SQLException {
        return Rows.list(connection, OF_SCHOOLS, Memberships::schoolClass, schools);
    }

    static List<SchoolClass> schoolClass(Connection connection, UUID id) throws SQLException {
        return Rows.list(connection, BY_ID, Memberships::schoolClass, id);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new Scope(Scope.Kind.valueOf(row.getString("kind")), Rows.uuid(row, "id")),
                Profile.valueOf(row.getString("profile")),
                Rows.uuid(row, "structure_id"),
                row.getString("name"),
                row.getObject("child_id", UUID.class));
    }

    private static SchoolClass schoolClass(ResultSet row) throws SQLException {
        return new SchoolClass(
                Rows.uuid(row, "id"), Rows.uuid(row, "structure_id"), row.getString("name"), row.getInt("pupils"));
    }
}
