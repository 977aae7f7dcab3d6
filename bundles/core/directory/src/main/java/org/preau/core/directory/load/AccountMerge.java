package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.preau.api.directory.load.LoadSource;
import org.preau.core.directory.Sql;

/** Makes accounts for those who have none, closes those of people who left and opens those of people who came back. Nursery pupils get none. */
final class AccountMerge {
    private static final String NEWCOMERS =
            """
            create temporary table newcomer on commit drop as
            select s.account_id, m.person_id, s.profile, s.login_base as base,
                   row_number() over (partition by s.login_base order by s.kind, s.n)
                     + coalesce((select max(u.number) from directory.login_used u where u.base = s.login_base), 0) as number
              from {person} s join {match} m using (kind, key)
             where not s.nursery
               and not exists (select 1 from directory.account a where a.person_id = m.person_id)
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
              from {person} s join {match} m using (kind, key)
             where m.state in ('CHANGED', 'BACK') and a.person_id = m.person_id and a.profile <> s.profile
            """;
    private static final String CLOSE =
            """
            update directory.account a set state_before = a.state, state = 'LEAVING', left_at = ?
             where a.state in ('INACTIVE', 'ACTIVE')
               and exists (select 1 from directory.person_source p
                            where p.person_id = a.person_id and p.feed = ? and p.academy = ? and p.gone_at = ?)
               and not exists (select 1 from directory.person_source p
                                where p.person_id = a.person_id and p.gone_at is null)
            returning a.id, a.state_before
            """;
    private static final String OPEN =
            """
            update directory.account a set state = coalesce(a.state_before, 'INACTIVE'), state_before = null, left_at = null
              from {match} m
             where m.state = 'BACK' and a.person_id = m.person_id and a.state = 'LEAVING'
            returning a.id, a.state
            """;

    private final Staging staging;
    private final LoadSource source;

    AccountMerge(Staging staging, LoadSource source) {
        this.staging = staging;
        this.source = source;
    }

    /**
     * An account that was closed or opened again.
     *
     * @param wasOrIsActive whether its user had signed in before: somebody may hold a session
     */
    record Turned(UUID accountId, boolean closed, boolean wasOrIsActive) {}

    /** Gives the accounts whose state changed. */
    List<Turned> apply(Connection connection, Instant now) throws SQLException {
        Sql.update(connection, staging.sql(NEWCOMERS));
        Sql.run(connection, "analyze newcomer");
        Sql.update(connection, LOGINS, now);
        Sql.update(connection, ACCOUNTS, now);
        Sql.update(connection, staging.sql(PROFILES));
        List<Turned> turned = new ArrayList<>(Sql.list(
                connection,
                staging.sql(OPEN),
                row -> new Turned(Sql.uuid(row, "id"), false, "ACTIVE".equals(row.getString("state")))));
        turned.addAll(Sql.list(
                connection,
                CLOSE,
                row -> new Turned(Sql.uuid(row, "id"), true, "ACTIVE".equals(row.getString("state_before"))),
                now,
                source.feed(),
                source.academy(),
                now));
        return turned;
    }
}
