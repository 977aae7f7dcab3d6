package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.directory.identity.PersonFile;
import org.preau.api.directory.identity.PersonFile.AuditLine;
import org.preau.api.directory.identity.PersonFile.Belonging;
import org.preau.api.directory.identity.PersonFile.Relative;
import org.preau.api.directory.identity.PersonLine;
import org.preau.api.persistence.Rows;

/** Reads the file of one person. */
final class PersonFiles {
    private static final String FACTS =
            """
            select p.birth_date, p.email, (select min(a.expires_on) from directory.account a where a.person_id = p.id) as expires
              from directory.person p where p.id = ? and p.merged_into is null
            """;
    private static final String AFFILIATIONS =
            """
            select a.structure_id, s.name, a.profile, a.functions, a.source
              from directory.affiliation a join directory.structure s on s.id = a.structure_id
             where a.person_id = ? order by s.name collate "fr-x-icu", a.profile
            """;
    private static final String CLASSES =
            """
            select c.name || ' (' || s.name || ')' as name from directory.school_class c
              join directory.structure s on s.id = c.structure_id
             where c.ended_at is null
               and (c.id in (select m.class_id from directory.class_member m where m.person_id = ?)
                    or c.id in (select t.class_id from directory.teaching t where t.person_id = ?))
             order by 1
            """;
    private static final String RELATIVES =
            """
            select p.id, p.first_name || ' ' || p.last_name as name, g.link_code, g.legal,
                   array(select distinct s.name from directory.affiliation a join directory.structure s on s.id = a.structure_id
                          where a.person_id = p.id) as schools
              from directory.guardianship g join directory.person p on p.id = g.{other}
             where g.{mine} = ? order by p.sort_name, p.id
            """;
    private static final String GUARDIANS =
            RELATIVES.replace("{other}", "guardian_id").replace("{mine}", "pupil_id");
    private static final String CHILDREN =
            RELATIVES.replace("{other}", "pupil_id").replace("{mine}", "guardian_id");

    private record Facts(@Nullable LocalDate birthDate, String email, @Nullable LocalDate expires) {
        static Facts of(ResultSet row) throws SQLException {
            return new Facts(
                    Columns.maybeDay(row, "birth_date"), row.getString("email"), Columns.maybeDay(row, "expires"));
        }
    }

    private PersonFiles() {}

    static Optional<PersonFile> read(Connection connection, UUID person, boolean withKeys, List<AuditLine> history)
            throws SQLException {
        Optional<Facts> facts = Rows.first(connection, FACTS, Facts::of, person);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        PersonLine line = PersonLines.of(connection, List.of(person), withKeys).get(0);
        return Optional.of(new PersonFile(
                line,
                facts.get().birthDate(),
                facts.get().email(),
                Rows.list(connection, AFFILIATIONS, PersonFiles::belonging, person),
                Rows.list(connection, CLASSES, row -> row.getString("name"), person, person),
                Rows.list(connection, GUARDIANS, PersonFiles::relative, person),
                Rows.list(connection, CHILDREN, PersonFiles::relative, person),
                facts.get().expires(),
                history));
    }

    private static Belonging belonging(ResultSet row) throws SQLException {
        return new Belonging(
                Rows.uuid(row, "structure_id"),
                row.getString("name"),
                Profile.valueOf(row.getString("profile")),
                row.getString("functions"),
                row.getString("source"));
    }

    private static Relative relative(ResultSet row) throws SQLException {
        return new Relative(
                Rows.uuid(row, "id"),
                row.getString("name"),
                row.getString("link_code"),
                row.getBoolean("legal"),
                Columns.texts(row, "schools"));
    }
}
