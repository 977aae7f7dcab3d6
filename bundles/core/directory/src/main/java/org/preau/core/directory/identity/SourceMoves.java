package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/**
 * Moves what sources call a person to another person and back. The feeds go on under the kept person; after an undo they find each person again, and whatever they wrote meanwhile is written anew by
 * the next feed because the digests are forgotten.
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

    static void move(Connection connection, UUID merge, UUID keep, UUID gone) throws SQLException {
        Rows.update(connection, FILL, keep, gone);
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
