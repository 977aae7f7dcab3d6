package org.preau.core.directory;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.directory.PersonView;
import org.preau.api.persistence.Rows;

/** Reads what may be shown of people who may be seen. */
final class PersonViews {
    private static final Set<Profile> OF_THE_HOUSE =
            Set.of(Profile.HEAD, Profile.TEACHER, Profile.STAFF, Profile.INSPECTOR, Profile.ADVISER, Profile.ACADEMY);
    private static final String READ =
            """
            select p.id, p.first_name, p.last_name, p.email,
                   exists (select 1 from directory.account a where a.person_id = p.id) as has_account,
                   coalesce((select b.profile from directory.belonging b
                              where b.person_id = p.id and (?::uuid is null or b.structure_id = ?)
                              order by array_position(array['HEAD', 'TEACHER', 'STAFF', 'INSPECTOR', 'ADVISER', 'ACADEMY',
                                       'TERRITORY', 'GUEST', 'GUARDIAN', 'STUDENT'], b.profile) limit 1),
                            (select a.profile from directory.account a where a.person_id = p.id limit 1),
                            (select case s.kind when 'PUPIL' then 'STUDENT' else s.kind end
                               from directory.person_source s where s.person_id = p.id limit 1),
                            'GUEST') as profile,
                   array(select c.name from directory.class_member m join directory.school_class c on c.id = m.class_id
                          where m.person_id = p.id and c.kind = 'CLASS' and c.ended_at is null order by c.name) as classes,
                   array(select c.name from directory.teaching t join directory.school_class c on c.id = t.class_id
                          where t.person_id = p.id and c.ended_at is null order by c.name) as teaches,
                   array(select distinct a.functions from directory.affiliation a
                          where a.person_id = p.id and a.functions <> '' and (?::uuid is null or a.structure_id = ?)) as functions,
                   array(select k.first_name from directory.guardianship g join directory.person k on k.id = g.pupil_id
                          where g.guardian_id = p.id order by k.birth_date desc nulls last) as children
              from directory.person p where p.id = any (?::uuid[])
            """;

    private PersonViews() {}

    /**
     * Views in the order of the ids.
     *
     * @param within the structure asked about, which decides profile and functions
     */
    static List<PersonView> of(Connection connection, Sight sight, List<UUID> ids, @Nullable UUID within)
            throws SQLException {
        Map<UUID, PersonView> read = new HashMap<>();
        Rows.list(
                connection,
                READ,
                row -> {
                    PersonView view = view(row, sight);
                    return read.put(view.id(), view);
                },
                within,
                within,
                within,
                within,
                ids);
        return ids.stream().map(read::get).filter(Objects::nonNull).toList();
    }

    private static PersonView view(ResultSet row, Sight sight) throws SQLException {
        UUID id = Rows.uuid(row, "id");
        Profile profile = Profile.valueOf(row.getString("profile"));
        boolean stranger = sight.family() && !sight.self().contains(id);
        String lastName = row.getString("last_name");
        if (stranger && profile == Profile.STUDENT && !lastName.isEmpty()) {
            lastName = lastName.substring(0, lastName.offsetByCodePoints(0, 1)) + ".";
        }
        boolean showsEmail = !sight.family() && OF_THE_HOUSE.contains(profile);
        return new PersonView(
                id,
                row.getString("first_name"),
                lastName,
                profile,
                role(row, profile, stranger),
                showsEmail ? row.getString("email") : "",
                row.getBoolean("has_account"));
    }

    private static List<String> role(ResultSet row, Profile profile, boolean stranger) throws SQLException {
        return switch (profile) {
            case STUDENT -> texts(row, "classes");
            case GUARDIAN -> stranger ? List.of() : texts(row, "children");
            default -> {
                List<String> role = new ArrayList<>(texts(row, "functions"));
                role.addAll(texts(row, "teaches"));
                yield role;
            }
        };
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
