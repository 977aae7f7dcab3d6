package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.persistence.Rows;

/** Says whether two people can become one, and what would not be kept. */
final class MergeLosses {
    private static final Texts TEXTS = Texts.of(MergeLosses.class);
    private static final String MERGEABLE =
            "select count(*) from directory.person where id in (?, ?) and merged_into is null";
    private static final String RELATED =
            "select count(*) from directory.guardianship where (pupil_id, guardian_id) in ((?, ?), (?, ?))";
    private static final String PUPILS =
            """
            select count(distinct pupil) from (
                select exists (select 1 from directory.placement x where x.person_id = p and x.profile = 'STUDENT') as pupil
                  from unnest(array[?, ?]::uuid[]) p
                 where exists (select 1 from directory.placement x where x.person_id = p)) each
            """;
    private static final String DIFFERENT =
            """
            select x.what, x.kept, x.gone from directory.person k, directory.person g,
                   lateral (values ('birth', k.birth_date::text, g.birth_date::text), ('email', k.email, g.email),
                                   ('name', k.first_name || ' ' || k.last_name, g.first_name || ' ' || g.last_name),
                                   ('address', k.address, g.address), ('phones', k.phones::text, g.phones::text)) x(what, kept, gone)
             where k.id = ? and g.id = ? and x.kept <> x.gone and x.kept not in ('', '{}') and x.gone not in ('', '{}')
            """;
    private static final String RIGHTS =
            """
            select c.first_name from directory.guardianship a
              join directory.guardianship b on (b.pupil_id = a.pupil_id and b.guardian_id = ?)
              join directory.person c on c.id = a.pupil_id
             where a.guardian_id = ? and (a.legal <> b.legal or a.link_code <> b.link_code)
             order by c.first_name
            """;

    private MergeLosses() {}

    /** Refuses what would mix up two people for sure. */
    static void check(Connection connection, UUID keep, UUID gone) throws SQLException {
        if (keep.equals(gone) || (int) Rows.count(connection, MERGEABLE, keep, gone) != 2) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "merge.gone");
        }
        if ((int) Rows.count(connection, RELATED, keep, gone, gone, keep) > 0) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "merge.family");
        }
        if ((int) Rows.count(connection, PUPILS, keep, gone) > 1) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "merge.pupil");
        }
        if (AccountMoves.candidates(connection, keep, gone).stream()
                .anyMatch(each -> each.state().equals("BLOCKED"))) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "merge.blocked");
        }
    }

    /** What the merge would not keep. */
    static List<LocalizedText> of(Connection connection, UUID keep, UUID gone) throws SQLException {
        boolean second = SourceMoves.leads(connection, keep, gone);
        List<LocalizedText> losses = new ArrayList<>(Rows.list(
                connection,
                DIFFERENT,
                row -> both("merge.loss." + row.getString("what"), row.getString("kept"), row.getString("gone")),
                second ? gone : keep,
                second ? keep : gone));
        losses.addAll(Rows.list(
                connection, RIGHTS, row -> both("merge.loss.rights", row.getString("first_name")), gone, keep));
        List<AccountMoves.Candidate> accounts = AccountMoves.candidates(connection, keep, gone);
        accounts.stream()
                .skip(1)
                .filter(each -> each.state().equals("ACTIVE"))
                .forEach(each -> losses.add(both("merge.loss.password", each.login())));
        return losses;
    }

    private static LocalizedText both(String key, Object... arguments) {
        return new LocalizedText(TEXTS.text(Locale.FRENCH, key, arguments), TEXTS.text(Locale.ENGLISH, key, arguments));
    }
}
