package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.identity.LikePerson;
import org.preau.api.directory.identity.PersonLine;
import org.preau.api.directory.identity.SourceLabel;
import org.preau.api.persistence.Rows;

/** Reads as much of people as somebody needs to tell whether two are one. */
final class LikePeople {
    private static final String MORE =
            """
            select p.id, p.birth_date,
                   array(select c.name from directory.class_member m join directory.school_class c on c.id = m.class_id
                          where m.person_id = p.id and c.ended_at is null
                         union select c.name from directory.teaching t join directory.school_class c on c.id = t.class_id
                          where t.person_id = p.id and c.ended_at is null
                         union select k.first_name from directory.guardianship g join directory.person k on k.id = g.pupil_id
                          where g.guardian_id = p.id order by 1) as classes
              from directory.person p where p.id = any (?::uuid[])
            """;

    private record More(@Nullable LocalDate birthDate, List<String> classes) {
        static final More NONE = new More(null, List.of());

        static More of(ResultSet row) throws SQLException {
            return new More(Columns.maybeDay(row, "birth_date"), Columns.texts(row, "classes"));
        }
    }

    private LikePeople() {}

    static Map<UUID, LikePerson> of(Connection connection, List<UUID> ids) throws SQLException {
        Map<UUID, More> more = new HashMap<>();
        Rows.list(connection, MORE, row -> more.put(Rows.uuid(row, "id"), More.of(row)), ids);
        Map<UUID, LikePerson> people = new HashMap<>();
        for (PersonLine line : PersonLines.of(connection, ids, false)) {
            people.put(line.id(), person(line, more.getOrDefault(line.id(), More.NONE)));
        }
        return people;
    }

    private static LikePerson person(PersonLine line, More more) {
        return new LikePerson(
                line.id(),
                line.firstName(),
                line.lastName(),
                more.birthDate(),
                line.profiles(),
                line.schools(),
                more.classes(),
                line.sources().stream().map(SourceLabel::label).toList(),
                line.login(),
                line.state());
    }
}
