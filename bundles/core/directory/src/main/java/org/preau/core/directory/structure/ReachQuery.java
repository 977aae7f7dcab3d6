package org.preau.core.directory.structure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.PersonView;
import org.preau.core.directory.FoundPeople;
import org.preau.core.directory.NameWords;
import org.preau.core.directory.Sight;

/**
 * One page of the people of some scopes. Two ways to the same answer: the people of a few schools are listed by the indexes of affiliations and classes, then sorted; of many schools the people
 * are walked through in the order wanted (of names, or of the finds of the index of words), each checked, until the page is full.
 */
final class ReachQuery {
    /** So many structures' families are listed and sorted; about 15,000 people. */
    private static final int FEW = 25;

    private static final String HAS_ACCOUNT =
            "exists (select 1 from directory.account u where u.person_id = p.id and u.state in ('INACTIVE', 'ACTIVE'))";
    private static final String AFFILIATED =
            "select a.person_id from directory.affiliation a where a.structure_id = any (?::uuid[]) and a.profile = any (?::text[])";
    private static final String GUARDIANS =
            """
            select g.guardian_id from directory.affiliation a join directory.guardianship g on g.pupil_id = a.person_id
             where a.structure_id = any (?::uuid[]) and a.profile = 'STUDENT'
            """;
    private static final String OF_CLASSES =
            "select b.person_id from directory.class_belonging b where b.class_id = any (?::uuid[]) and b.profile = any (?::text[])";
    /** Scalar and limited, so that the planner looks at one person at a time and never makes a hash of all affiliations; {@code is true} as in {@link Sight#CONDITION}. */
    private static final String IS_AFFILIATED =
            """
            (select true from directory.affiliation a where a.person_id = p.id and (a.structure_id = any (?::uuid[])) is true
                and a.profile = any (?::text[]) limit 1)
            """;

    private static final String IS_GUARDIAN =
            """
            (select true from directory.guardianship g
               join directory.affiliation a on a.person_id = g.pupil_id and a.profile = 'STUDENT'
              where g.guardian_id = p.id and (a.structure_id = any (?::uuid[])) is true limit 1)
            """;

    private final Targets targets;
    private final String text;
    private final PageRequest page;
    private final @Nullable UUID viewer;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /**
     * A query not yet run.
     *
     * @param text plain form of the text; empty for everybody
     * @param viewer who is not listed himself
     */
    ReachQuery(Targets targets, String text, PageRequest page, @Nullable UUID viewer) {
        this.targets = targets;
        this.text = text;
        this.page = page;
        this.viewer = viewer;
    }

    Page<PersonView> run(Connection connection, Sight sight) throws SQLException {
        if (!targets.isVast(FEW)) {
            return FoundPeople.page(connection, sight, listed(), parameters, null);
        }
        String sql = walked(text.isEmpty() ? "" : NameWords.question(connection, text));
        Page<PersonView> found = FoundPeople.page(connection, sight, sql, parameters, null);
        boolean more = found.items().size() > page.limit();
        List<PersonView> items = more ? found.items().subList(0, page.limit()) : found.items();
        return new Page<>(items, items.isEmpty() ? 0 : (long) page.offset() + items.size() + (more ? 1 : 0));
    }

    /** The people listed first. */
    String listed() {
        StringJoiner mine = new StringJoiner(" union ");
        for (Targets.Part part : targets.parts()) {
            if (!part.structures().isEmpty()) {
                mine.add(AFFILIATED);
                parameters.add(part.structures());
                parameters.add(part.profiles());
                if (part.profiles().contains(Profile.GUARDIAN)) {
                    mine.add(GUARDIANS);
                    parameters.add(part.structures());
                }
            }
            if (!part.classes().isEmpty()) {
                mine.add(OF_CLASSES);
                parameters.add(part.classes());
                parameters.add(part.profiles());
            }
        }
        mine.add("select unnest(?::uuid[])");
        parameters.add(targets.people());
        String sql = "with mine (person_id) as materialized (" + mine + ")"
                + " select p.id, count(*) over () as total from directory.person p"
                + " where p.id in (select person_id from mine) and p.id is distinct from ?::uuid and " + HAS_ACCOUNT;
        parameters.add(viewer);
        if (!text.isEmpty()) {
            sql += " and public.word_similarity(?, p.search) >= 0.5";
            parameters.add(text);
        }
        return sql + order("p") + bounds(page.limit());
    }

    /**
     * The people walked through in order.
     *
     * @param question what to ask the index of words; empty for everybody
     */
    String walked(String question) {
        String from = "directory.person p";
        String with = "";
        if (!text.isEmpty()) {
            with = "with alike as materialized (select p.id, p.search, p.sort_name from directory.person p where "
                    + NameWords.CONDITION + ") ";
            from = "alike p";
            parameters.add(question);
        }
        parameters.add(viewer);
        StringJoiner any = new StringJoiner(" or ", "(", ")");
        List<UUID> others = new ArrayList<>(targets.people());
        any.add("p.id = any (?::uuid[])");
        parameters.add(others);
        for (Targets.Part part : targets.parts()) {
            if (!part.structures().isEmpty()) {
                any.add(IS_AFFILIATED);
                parameters.add(part.structures());
                parameters.add(part.profiles());
                if (part.profiles().contains(Profile.GUARDIAN)) {
                    any.add(IS_GUARDIAN);
                    parameters.add(part.structures());
                }
            }
            if (!part.classes().isEmpty()) {
                any.add("p.id = any (array(" + OF_CLASSES + "))");
                parameters.add(part.classes());
                parameters.add(part.profiles());
            }
        }
        return with + "select p.id, 0 as total from " + from + " where p.id is distinct from ?::uuid and " + HAS_ACCOUNT
                + " and " + any + order("p") + bounds(page.limit() + 1);
    }

    List<@Nullable Object> parameters() {
        return parameters;
    }

    private String order(String alias) {
        if (text.isEmpty()) {
            return " order by " + alias + ".sort_name, " + alias + ".id";
        }
        parameters.add(text);
        return " order by public.word_similarity(?, p.search) desc, p.sort_name, p.id";
    }

    private String bounds(int limit) {
        parameters.add(limit);
        parameters.add(page.offset());
        return " limit ? offset ?";
    }
}
