package org.preau.core.directory.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.identity.PeopleFilter;
import org.preau.core.directory.NameForms;
import org.preau.core.directory.NameWords;

/** The statement that a filter becomes. Few structures are read from their own index; many are checked person by person in the order wanted. */
final class PeopleQuery {
    private static final int FEW = 50;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9_-]+\\.[a-z0-9._-]*|[a-z._-]+[0-9]+");
    private static final String ACCOUNT =
            " left join lateral (select x.* from directory.account x where x.person_id = p.id order by x.created_at, x.id limit 1) a on true";
    private static final String FROM = " from directory.person p where p.merged_into is null";

    /** Found by the index of words before anything else is looked at, however many a common name has. */
    private static final String NAMED =
            " and p.id = any (array(select n.id from (select p.id from directory.person p where " + NameWords.CONDITION
                    + ") n))";

    private final StringBuilder where = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final PeopleFilter filter;
    private final boolean named;

    /**
     * Builds it.
     *
     * @param structures whose people; nothing for everybody
     * @param question what {@link #names} becomes for the index of words; empty for no names
     */
    PeopleQuery(PeopleFilter filter, Optional<Set<UUID>> structures, String question) {
        this.filter = filter;
        named = !question.isEmpty();
        places(structures);
        filter.schoolClass()
                .ifPresent(id -> add(
                        " and p.id in (select c.person_id from directory.class_belonging c where c.class_id = ?)", id));
        if (filter.source().equals("local")) {
            add(" and exists (select 1 from directory.affiliation h where h.person_id = p.id and h.source = 'hand')");
        } else if (!filter.source().isEmpty()) {
            add(
                    " and exists (select 1 from directory.person_source s where s.person_id = p.id and s.feed = ?)",
                    filter.source());
        }
        if (!filter.states().isEmpty()) {
            add(
                    " and exists (select 1 from directory.account x where x.person_id = p.id and x.state = any (?::text[]))",
                    filter.states());
        }
        String text = text(filter);
        if (named) {
            add(NAMED, question);
        } else if (LOGIN.matcher(text).matches()) {
            login(text);
        } else if (!text.isEmpty()) {
            where.append(" and false");
        }
    }

    /** The names asked for, in their plain form; empty for none, or for a login. */
    static String names(PeopleFilter filter) {
        String text = text(filter);
        return LOGIN.matcher(text).matches() ? "" : NameForms.plain(text);
    }

    private static String text(PeopleFilter filter) {
        return filter.text().strip().toLowerCase(Locale.ROOT);
    }

    /** Who is named is looked up one by one ({@code offset 0}, see {@link org.preau.core.directory.Sight}); the people of some schools are listed. */
    private void places(Optional<Set<UUID>> structures) {
        boolean profiles = !filter.profiles().isEmpty();
        String end = (profiles ? " and b.profile = any (?::text[])" : "") + (named ? " offset 0)" : ")");
        if (structures.isPresent()) {
            boolean few = structures.get().size() <= FEW;
            where.append(
                    few
                            ? " and p.id in (select b.person_id from directory.placement b where b.structure_id = any (?::uuid[])"
                            : " and exists (select 1 from directory.placement b where b.person_id = p.id and (b.structure_id = any (?::uuid[])) is true");
            parameters.add(structures.get());
        } else if (profiles) {
            where.append(" and exists (select 1 from directory.placement b where b.person_id = p.id");
        } else {
            return;
        }
        where.append(end);
        if (profiles) {
            parameters.add(filter.profiles());
        }
    }

    private void login(String text) {
        String prefix = text.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%") + "%";
        add(
                " and p.id in (select x.person_id from directory.account x where lower(x.login) like ? union select x.person_id from directory.account_alias l join directory.account x on x.id = l.account_id where lower(l.login) like ?)",
                prefix,
                prefix);
    }

    private void add(String condition, Object... values) {
        where.append(condition);
        parameters.addAll(List.of(values));
    }

    /**
     * Gives one row, {@code total} and the {@code ids} of a page; takes {@link #parameters(PageRequest)}. Who is named is found once for both; else the two have plans of their own, the count without what the order
     * needs.
     */
    String page() {
        String rows = " order by " + order() + " limit ? offset ?) as ids";
        return named
                ? "with found as materialized (select p.id, p.sort_name" + FROM + where
                        + ") select (select count(*) from found) as total, array(select p.id from found p" + account()
                        + rows
                : "select (select count(*)" + FROM + where + ") as total, array(select p.id from directory.person p"
                        + account() + " where p.merged_into is null" + where + rows;
    }

    private String account() {
        return filter.sort() == PeopleFilter.Sort.NAME ? "" : ACCOUNT;
    }

    private String order() {
        String down = filter.descending() ? " desc" : "";
        return switch (filter.sort()) {
            case NAME -> "p.sort_name" + down + ", p.id" + down;
            case LOGIN -> "lower(a.login)" + down + " nulls last, p.id";
            case LAST_SIGN_IN -> "coalesce(a.last_used_at, a.activated_at)" + down + " nulls last, p.sort_name, p.id";
        };
    }

    /** What {@link #page} takes. */
    Object[] parameters(PageRequest page) {
        List<@Nullable Object> all = new ArrayList<>(parameters);
        if (!named) {
            all.addAll(parameters);
        }
        all.add(page.limit());
        all.add(page.offset());
        return all.toArray();
    }
}
