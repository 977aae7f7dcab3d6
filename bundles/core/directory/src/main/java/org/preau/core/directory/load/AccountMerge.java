package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/** Makes accounts for those who have none, closes those of people who left and opens those of people who came back. Nursery pupils get none. */
final class AccountMerge {
    private static final String NEWCOMERS =
            """
            create temporary table newcomer on commit drop as
            select s.account_id, m.person_id, s.profile, s.login_base as base,
                   row_number() over (partition by s.login_base order by s.kind, s.n) as number
              from {person} s join {match} m on m.n = s.n
             where not s.nursery
            """;
    private static final String WITHOUT_ACCOUNT =
            " and not exists (select 1 from directory.account a where a.person_id = m.person_id)";
    /** Numbers go on after those ever given out. */
    private static final String NUMBERS =
            """
            update newcomer w set number = w.number + u.number
              from (select base, max(number) as number from directory.login_used
                     where base in (select base from newcomer) group by base) u
             where u.base = w.base
            """;

    private static final String LOGINS =
            """
            insert into directory.login_used (login, base, number, account_id, used_at)
            select base || case when number = 1 then '' else number::text end, base, number, account_id, ? from newcomer
            """;
    private static final String ACCOUNTS =
            """
            insert into directory.account (id, person_id, login, state, profile, created_at)
            select account_id, person_id, base || case when number = 1 then '' else number::text end, 'INACTIVE', profile, ?
              from newcomer
            """;
    private static final String PROFILES =
            """
            update directory.account a set profile = s.profile
              from {person} s join {match} m on m.n = s.n
             where m.state in ('CHANGED', 'BACK', 'FOUND') and not m.follows and a.person_id = m.person_id and a.profile <> s.profile
            """;
    private static final String CLOSE =
            """
            update directory.account a set state_before = a.state, state = 'LEAVING', left_at = {now}::timestamptz
             where a.state in ('INACTIVE', 'ACTIVE')
               and a.person_id in (select l.person_id from {leaver} l where not l.stays and l.kind <> 'SCHOOL')
               and not exists (select 1 from directory.person_source p
                                where p.person_id = a.person_id and p.gone_at is null)
            returning a.id, a.state_before
            """;
    private static final String OPEN =
            """
            update directory.account a set state = coalesce(a.state_before, 'INACTIVE'), state_before = null, left_at = null
              from {match} m
             where m.state in ('BACK', 'FOUND') and a.person_id = m.person_id and a.state in ('LEAVING', 'ARCHIVED')
            returning a.id, a.state
            """;

    private AccountMerge() {}

    /**
     * An account that was closed or opened again.
     *
     * @param wasOrIsActive whether its user had signed in before: somebody may hold a session
     */
    record Turned(UUID accountId, boolean closed, boolean wasOrIsActive) {}

    /** Gives the accounts whose state changed. */
    static List<Turned> apply(LoadFrame frame, Connection connection, boolean fresh, Instant now) throws SQLException {
        frame.update(connection, fresh ? NEWCOMERS : NEWCOMERS + WITHOUT_ACCOUNT);
        Rows.run(connection, "analyze newcomer");
        Rows.update(connection, NUMBERS);
        Rows.update(connection, LOGINS, now);
        if (fresh) {
            TrustedInserts.run(connection, () -> Rows.update(connection, ACCOUNTS, now));
            return List.of();
        }
        Rows.update(connection, ACCOUNTS, now);
        frame.update(connection, PROFILES);
        List<Turned> turned = new ArrayList<>(Rows.list(
                connection,
                frame.staging().sql(OPEN),
                row -> new Turned(Rows.uuid(row, "id"), false, "ACTIVE".equals(row.getString("state")))));
        turned.addAll(Rows.list(
                connection,
                frame.staging().sql(CLOSE),
                row -> new Turned(Rows.uuid(row, "id"), true, "ACTIVE".equals(row.getString("state_before")))));
        return turned;
    }
}
