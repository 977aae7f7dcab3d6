package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.PersonView;

/**
 * Finds people by names. Where the people asked about are those of a few structures, they are listed and compared with the text. Else the index of words gives them, 500 at most, and each is
 * checked.
 */
final class PeopleSearch {
    private static final int FEW = 50;
    private static final int MOST = 500;
    private static final String PEOPLE_OF =
            """
            with mine as materialized (
                select a.person_id from directory.affiliation a where a.structure_id = any (?::uuid[])
                union select g.guardian_id from directory.affiliation a join directory.guardianship g on g.pupil_id = a.person_id
                       where a.structure_id = any (?::uuid[]) and a.profile = 'STUDENT'
                union select a.person_id from directory.affiliation a
                       where a.structure_id = any (?::uuid[]) and a.profile in ('HEAD', 'TEACHER', 'STAFF')
                union select m.person_id from directory.class_member m where m.class_id = any (?::uuid[])
                union select m.person_id from directory.hand_group_member m where m.group_id = any (?::uuid[])
                union select unnest(?::uuid[]))
            select p.id, count(*) over () as total from directory.person p
             where p.id in (select person_id from mine) and public.word_similarity(?, p.search) >= 0.5 and
            """;
    private static final String IS_THERE =
            """
            (exists (select 1 from directory.affiliation x where x.person_id = p.id offset 0)
              or exists (select 1 from directory.guardianship x where x.guardian_id = p.id offset 0)) and
            """;
    private static final String NAMED =
            "with alike as materialized (select p.id, p.search, p.sort_name from directory.person p where "
                    + NameWords.CONDITION + " and ";
    private static final String FOUND = " limit " + MOST + ") select p.id, count(*) over () as total from alike p";
    private static final String WITHIN =
            """
             and (exists (select 1 from directory.affiliation y
                           where y.person_id = p.id and (y.structure_id = any (?::uuid[])) is true offset 0)
                  or exists (select 1 from directory.guardianship g
                               join directory.affiliation y on y.person_id = g.pupil_id and y.profile = 'STUDENT'
                              where g.guardian_id = p.id and (y.structure_id = any (?::uuid[])) is true offset 0))
            """;
    private static final String BEST_FIRST =
            " order by public.word_similarity(?, p.search) desc, p.sort_name, p.id limit ? offset ?";

    private final Connection connection;
    private final Sight sight;

    PeopleSearch(Connection connection, Sight sight) {
        this.connection = connection;
        this.sight = sight;
    }

    /**
     * Searches.
     *
     * @param within the structure and those below it; nothing for all that the viewer may see
     */
    Page<PersonView> search(String text, Collection<UUID> within, PageRequest page) throws SQLException {
        String plain = NameForms.plain(text);
        if (plain.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        List<@Nullable Object> parameters = new ArrayList<>();
        String sql;
        if (!within.isEmpty() && within.size() <= FEW) {
            sql = PEOPLE_OF + Sight.CONDITION;
            parameters.addAll(List.of(within, within, Set.of(), Set.of(), Set.of(), Set.of(), plain));
            parameters.addAll(Arrays.asList(sight.parameters()));
        } else if (within.isEmpty() && sight.isOfFew(FEW)) {
            sql = PEOPLE_OF + "true";
            parameters.addAll(List.of(
                    sight.full(),
                    sight.full(),
                    sight.staffOnly(),
                    sight.classes(),
                    sight.classes(),
                    sight.self(),
                    plain));
        } else {
            return ofMany(plain, within, page);
        }
        parameters.addAll(List.of(plain, page.limit(), page.offset()));
        UUID only = within.size() == 1 ? within.iterator().next() : null;
        return FoundPeople.page(connection, sight, sql + BEST_FIRST, parameters, only);
    }

    /** Look-alikes are asked for only when nobody bears the words: to find that out costs as much as to find who does, so it is done once each. */
    private Page<PersonView> ofMany(String plain, Collection<UUID> within, PageRequest page) throws SQLException {
        String typed = NameWords.typed(connection, plain);
        Page<PersonView> exact = ofMany(typed, plain, within, page);
        return !exact.items().isEmpty() || hidden(typed, within)
                ? exact
                : ofMany(NameWords.alike(connection, plain), plain, within, page);
    }

    /** Whether people of these names are there whom the viewer does not see. */
    private boolean hidden(String question, Collection<UUID> within) throws SQLException {
        return !(sight.all() && within.isEmpty()) && NameWords.anybody(connection, question);
    }

    private Page<PersonView> ofMany(String question, String plain, Collection<UUID> within, PageRequest page)
            throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(question);
        String sql = NAMED + IS_THERE + seen(within, parameters) + FOUND + BEST_FIRST;
        parameters.addAll(List.of(plain, page.limit(), page.offset()));
        return FoundPeople.page(connection, sight, sql, parameters, null);
    }

    private String seen(Collection<UUID> within, List<@Nullable Object> parameters) {
        parameters.addAll(Arrays.asList(sight.parameters()));
        if (within.isEmpty()) {
            return Sight.CONDITION;
        }
        parameters.addAll(List.of(within, within));
        return Sight.CONDITION + WITHIN;
    }
}
