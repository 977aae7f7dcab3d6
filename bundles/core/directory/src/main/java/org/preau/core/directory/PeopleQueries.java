package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;

/** Lists of the people of a scope, paged by the database, only those the viewer may see. */
final class PeopleQueries {
    private static final String OF_STRUCTURE =
            """
            with members as materialized (
                select distinct x.person_id from directory.belonging x where x.structure_id = ? and x.profile = any (?::text[]))
            select p.id, count(*) over () as total from directory.person p
             where p.id in (select person_id from members) and
            """;
    private static final String OF_CLASS =
            """
            with members as materialized (
                select distinct x.person_id from directory.class_belonging x where x.class_id = ? and x.profile = any (?::text[]))
            select p.id, count(*) over () as total from directory.person p
             where p.id in (select person_id from members) and
            """;
    private static final String IN_ORDER = " order by p.sort_name, p.id limit ? offset ?";

    private PeopleQueries() {}

    static Page<PersonView> members(
            Connection connection, Sight sight, Scope scope, Collection<Profile> profiles, PageRequest page)
            throws SQLException {
        boolean structure = scope.kind() == Scope.Kind.STRUCTURE;
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(scope.id());
        parameters.add(profiles);
        parameters.addAll(Arrays.asList(sight.parameters()));
        parameters.add(page.limit());
        parameters.add(page.offset());
        String sql = (structure ? OF_STRUCTURE : OF_CLASS) + Sight.CONDITION + IN_ORDER;
        return FoundPeople.page(connection, sight, sql, parameters, structure ? scope.id() : null);
    }
}
