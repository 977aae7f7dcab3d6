package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Profile;
import org.preau.api.directory.Child;
import org.preau.api.directory.FactsOfPeople;
import org.preau.api.directory.PersonFacts;
import org.preau.api.directory.PersonFacts.InClass;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** One person's facts on PostgreSQL. Safe on any thread. */
@Component
public final class SqlFactsOfPeople implements FactsOfPeople {
    private static final String PERSON =
            """
            select last_name, first_name, birth_name, title, birth_date, email, level
              from directory.person where id = ? and merged_into is null
            """;
    private static final String CLASSES =
            """
            select c.structure_id, c.name, b.profile, c.kind
              from directory.class_belonging b join directory.class_or_group c on c.id = b.class_id
             where b.person_id = ? and b.child_id is null and c.ended_at is null order by c.name, c.id
            """;
    private static final String LEGAL_CHILDREN =
            """
            select p.id, p.first_name, p.last_name, a.structure_id, c.id as class_id, coalesce(c.name, '') as class_name
              from directory.guardianship g
              join directory.person p on p.id = g.pupil_id and p.merged_into is null
              join directory.affiliation a on a.person_id = p.id and a.profile = 'STUDENT'
              left join lateral (select c.id, c.name from directory.class_member m
                                   join directory.school_class c on c.id = m.class_id
                                  where m.person_id = p.id and c.structure_id = a.structure_id and c.kind = 'CLASS'
                                    and c.ended_at is null order by c.name limit 1) c on true
             where g.guardian_id = ? and g.legal order by p.birth_date nulls last, p.first_name, p.id
            """;

    private final Tx tx;

    /** Reads the schema {@code directory}. */
    @Activate
    public SqlFactsOfPeople(@Reference(target = "(preau.unit=directory)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public Optional<PersonFacts> of(UUID personId) {
        return tx.readSql(connection -> {
            List<InClass> classes = classes(connection, personId);
            return Rows.first(
                    connection,
                    PERSON,
                    row -> new PersonFacts(
                            personId,
                            row.getString("last_name"),
                            row.getString("first_name"),
                            row.getString("birth_name"),
                            row.getString("title"),
                            row.getObject("birth_date", LocalDate.class),
                            row.getString("email"),
                            row.getString("level"),
                            classes),
                    personId);
        });
    }

    @Override
    public List<Child> legalChildrenOf(UUID guardianId) {
        return tx.readSql(connection -> Rows.list(
                connection,
                LEGAL_CHILDREN,
                row -> new Child(
                        Rows.uuid(row, "id"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        Rows.uuid(row, "structure_id"),
                        row.getObject("class_id", UUID.class),
                        row.getString("class_name")),
                guardianId));
    }

    private static List<InClass> classes(Connection connection, UUID person) throws SQLException {
        return Rows.list(
                connection,
                CLASSES,
                row -> new InClass(
                        Rows.uuid(row, "structure_id"),
                        row.getString("name"),
                        Profile.valueOf(row.getString("profile")),
                        row.getString("kind").equals("GROUP")),
                person);
    }
}
