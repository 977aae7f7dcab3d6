package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/**
 * Moves what sources call a person to another person and back. The kept person's names and address are those of the foremost source of the two: AAF of the first degree, AAF of the second, ONDE,
 * any other, none; of equals, his own. The feeds go on under the kept person in the same order; after an undo they find each person again, and whatever they wrote meanwhile is written anew by the
 * next feed because the digests are forgotten.
 */
final class SourceMoves {
    private static final UUID UNKNOWN = new UUID(0, 0);
    private static final String DIGESTS =
            """
            select coalesce(string_agg(concat_ws('/', feed, academy, kind, key, digest::text, gone_at::text), ' ' order by feed, academy, kind, key), '')
              from directory.person_source where person_id = ?
            """;
    private static final String FILL =
            """
            update directory.person k
               set birth_date = coalesce(k.birth_date, g.birth_date),
                   email = case when k.email = '' then g.email else k.email end,
                   birth_name = case when k.birth_name = '' then g.birth_name else k.birth_name end,
                   phones = case when k.phones = '{}' then g.phones else k.phones end
              from directory.person g
             where k.id = ? and g.id = ?
            """;
    /** Who he is comes from the other; what the other does not say stays. */
    private static final String TAKE =
            """
            update directory.person k
               set last_name = g.last_name, first_name = g.first_name, sort_name = g.sort_name, search = g.search,
                   other_names = coalesce(nullif(g.other_names, ''), k.other_names),
                   birth_name = coalesce(nullif(g.birth_name, ''), k.birth_name), title = coalesce(nullif(g.title, ''), k.title),
                   birth_date = coalesce(g.birth_date, k.birth_date), email = coalesce(nullif(g.email, ''), k.email),
                   phones = case when g.phones = '{}' then k.phones else g.phones end,
                   address = case when g.address = '' then k.address else g.address end,
                   postal_code = case when g.address = '' then k.postal_code else g.postal_code end,
                   city = case when g.address = '' then k.city else g.city end,
                   country = case when g.address = '' then k.country else g.country end,
                   address_releasable = case when g.address = '' then k.address_releasable else g.address_releasable end,
                   level = coalesce(nullif(g.level, ''), k.level), nursery = g.nursery
              from directory.person g
             where k.id = ? and g.id = ?
            """;

    private static final String LEADS =
            """
            select coalesce(min(directory.source_rank(feed)) filter (where person_id = ?), 99)
                   < coalesce(min(directory.source_rank(feed)) filter (where person_id = ?), 99)
              from directory.person_source where person_id in (?, ?) and gone_at is null
            """;
    private static final String RESTORE_KEPT =
            """
            update directory.person p
               set last_name = w.last_name, first_name = w.first_name, other_names = w.other_names, birth_name = w.birth_name,
                   title = w.title, birth_date = w.birth_date, email = w.email, phones = w.phones, address = w.address,
                   postal_code = w.postal_code, city = w.city, country = w.country,
                   address_releasable = w.address_releasable, level = w.level, nursery = w.nursery,
                   sort_name = w.sort_name, search = w.search
              from directory.merge m, jsonb_populate_record(null::directory.person, m.kept_was) w
             where m.id = ? and p.id = w.id
            """;

    private SourceMoves() {}

    static String digests(Connection connection, UUID person) throws SQLException {
        return Rows.first(connection, DIGESTS, row -> row.getString(1), person).orElse("");
    }

    /** Whether the foremost source of the two is the one who goes'. */
    static boolean leads(Connection connection, UUID keep, UUID gone) throws SQLException {
        return Rows.first(connection, LEADS, row -> row.getBoolean(1), gone, keep, gone, keep)
                .orElse(false);
    }

    static void move(Connection connection, UUID merge, UUID keep, UUID gone) throws SQLException {
        Rows.update(connection, leads(connection, keep, gone) ? TAKE : FILL, keep, gone);
        Rows.update(
                connection,
                "update directory.person_source set person_id = ?, merges = merges || ? where person_id = ?",
                keep,
                merge,
                gone);
        Rows.update(connection, "update directory.person set merged_into = ? where id = ?", keep, gone);
    }

    static void moveBack(
            Connection connection, UUID merge, UUID keep, UUID gone, String keptDigests, String goneDigests)
            throws SQLException {
        Rows.update(connection, "update directory.person set merged_into = null where id = ?", gone);
        Rows.update(
                connection,
                "update directory.person_source set person_id = ?, merges = merges[1:cardinality(merges) - 1] where person_id = ? and merges[cardinality(merges)] = ?",
                gone,
                keep,
                merge);
        boolean keptSame = digests(connection, keep).equals(keptDigests);
        boolean goneSame = digests(connection, gone).equals(goneDigests);
        if (keptSame) {
            Rows.update(connection, RESTORE_KEPT, merge);
        }
        if (!keptSame || !goneSame) {
            Rows.update(
                    connection,
                    "update directory.person_source set digest = ? where person_id in (?, ?)",
                    UNKNOWN,
                    keep,
                    gone);
        }
    }
}
