package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;

/** Lists of people, found and paged by the database, only those the viewer may see. */
final class PeopleQueries {
    private static final String OF_STRUCTURE =
            """
            select p.id, count(*) over () as total from directory.person p
             where p.id in (select x.person_id from directory.belonging x where x.structure_id = ? and x.profile = any (?::text[]))
               and
            """;
    private static final String OF_CLASS =
            """
            select p.id, count(*) over () as total from directory.person p
             where p.id in (select x.person_id from directory.class_belonging x where x.class_id = ? and x.profile = any (?::text[]))
               and
            """;
    private static final String IN_ORDER = " order by p.sort_name, p.id limit ? offset ?";
    private static final String LOOKS_LIKE =
            """
            select p.id, count(*) over () as total from directory.person p
             where p.search operator(public.%>) ?
               and exists (select 1 from directory.belonging x where x.person_id = p.id)
               and
            """;
    private static final String WITHIN =
            " and exists (select 1 from directory.belonging y where y.person_id = p.id and y.structure_id = any (?::uuid[]))";
    private static final String BEST_FIRST =
            " order by public.word_similarity(?, p.search) desc, p.sort_name, p.id limit ? offset ?";
    /** How alike names must be; one slip in a name of five letters is still found. */
    private static final String TOLERANCE = "set local pg_trgm.word_similarity_threshold = 0.5";

    private final Connection connection;
    private final Sight sight;

    PeopleQueries(Connection connection, Sight sight) {
        this.connection = connection;
        this.sight = sight;
    }

    private record Found(UUID id, long total) {}

    Page<PersonView> members(Scope scope, Collection<Profile> profiles, PageRequest page) throws SQLException {
        boolean structure = scope.kind() == Scope.Kind.STRUCTURE;
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(scope.id());
        parameters.add(profiles);
        parameters.addAll(Arrays.asList(sight.parameters()));
        parameters.add(page.limit());
        parameters.add(page.offset());
        String sql = (structure ? OF_STRUCTURE : OF_CLASS) + Sight.CONDITION + IN_ORDER;
        return page(sql, parameters, structure ? scope.id() : null);
    }

    /**
     * Searches by name.
     *
     * @param within the structure and those below it; nothing for all
     */
    Page<PersonView> search(String text, Collection<UUID> within, PageRequest page) throws SQLException {
        String plain = NameForms.plain(text);
        if (plain.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(plain);
        parameters.addAll(Arrays.asList(sight.parameters()));
        if (!within.isEmpty()) {
            parameters.add(within);
        }
        parameters.add(plain);
        parameters.add(page.limit());
        parameters.add(page.offset());
        Sql.run(connection, TOLERANCE);
        UUID only = within.size() == 1 ? within.iterator().next() : null;
        return page(LOOKS_LIKE + Sight.CONDITION + (within.isEmpty() ? "" : WITHIN) + BEST_FIRST, parameters, only);
    }

    private Page<PersonView> page(String sql, List<@Nullable Object> parameters, @Nullable UUID within)
            throws SQLException {
        List<Found> found = Sql.list(
                connection, sql, row -> new Found(Sql.uuid(row, "id"), row.getLong("total")), parameters.toArray());
        List<UUID> ids = found.stream().map(Found::id).toList();
        long total = found.isEmpty() ? 0 : found.get(0).total();
        return new Page<>(PersonViews.of(connection, sight, ids, within), total);
    }
}
