package org.preau.core.directory.lifecycle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.persistence.Rows;

/** The statements that move accounts from state to state as time passes. */
final class StateMoves {
    private static final String LIVE =
            "exists (select 1 from directory.person_source s where s.person_id = a.person_id and s.gone_at is null)";
    /** Days by profile, to be bound with names, days of leaving, days of the archive. */
    static final String PERIODS =
            " (select * from unnest(?::text[], ?::text[]::int[], ?::text[]::int[]) d(profile, leaving, archive)) d ";

    private static final String BACK =
            """
            update directory.account a
               set state = coalesce(nullif(a.state_before, 'LEAVING'), case when a.activated_at is null then 'INACTIVE' else 'ACTIVE' end),
                   state_before = null, left_at = null, archived_at = null
             where a.state in ('LEAVING', 'ARCHIVED') and a.left_at is not null and
            """
                    + LIVE + " returning a.id, a.state";
    private static final String EXPIRE =
            """
            update directory.account a set state_before = a.state, state = 'LEAVING', left_at = ?
             where a.expires_on < ? and a.state in ('INACTIVE', 'ACTIVE') and not
            """
                    + LIVE + " returning a.id, a.state";
    private static final String ARCHIVE =
            "update directory.account a set state_before = case when a.state = 'BLOCKED' then 'BLOCKED' else a.state_before end, state = 'ARCHIVED', archived_at = ?,"
                    + " left_at = coalesce(a.left_at, ?) from" + PERIODS
                    + """
            where d.profile = a.profile
              and (a.state = 'LEAVING' and a.left_at is not null and a.left_at + make_interval(days => d.leaving) <= ?
                   or a.state = 'BLOCKED' and exists (select 1 from directory.person_source g where g.person_id = a.person_id)
                      and not
            """
                    + LIVE
                    + """
                      and (select max(g.gone_at) from directory.person_source g where g.person_id = a.person_id)
                          + make_interval(days => d.leaving) <= ?)
            returning a.id, a.state
            """;
    /** Everybody all of whose accounts had their time in the archive; pupils without account by the day their source lost them. */
    private static final String OVER = "select a.person_id from directory.account a join" + PERIODS
            + """
            on d.profile = a.profile
             where a.state = 'ARCHIVED' and a.archived_at + make_interval(days => d.archive) <= ? and not
            """
            + LIVE
            + """
               and not exists (select 1 from directory.account o where o.person_id = a.person_id and o.state <> 'ARCHIVED')
            union
            select g.person_id from directory.person_source g
             where g.gone_at <= ? and not exists (select 1 from directory.account o where o.person_id = g.person_id)
               and not exists (select 1 from directory.person_source s where s.person_id = g.person_id and (s.gone_at is null or s.gone_at > ?))
             limit ?
            """;

    private final List<String> profiles =
            Arrays.stream(Profile.values()).map(Profile::name).toList();
    private final List<String> leaving;
    private final List<String> archive;
    private final int longest;

    StateMoves(ConfiguredRetention retention) {
        leaving = days(retention::leavingDays);
        archive = days(retention::archiveDays);
        longest = retention.leavingDays(Profile.STUDENT) + retention.archiveDays(Profile.STUDENT);
    }

    private interface Days {
        int of(Profile profile);
    }

    private static List<String> days(Days days) {
        return Arrays.stream(Profile.values())
                .map(profile -> Integer.toString(days.of(profile)))
                .toList();
    }

    /** The three arrays that {@link #PERIODS} takes. */
    List<List<String>> periods() {
        return List.of(profiles, leaving, archive);
    }

    static List<AccountStateChanged> back(Connection connection) throws SQLException {
        return Rows.list(connection, BACK, StateMoves::changed);
    }

    static List<AccountStateChanged> expire(Connection connection, Instant now, LocalDate today) throws SQLException {
        return Rows.list(connection, EXPIRE, StateMoves::changed, now, today);
    }

    List<AccountStateChanged> archive(Connection connection, Instant now) throws SQLException {
        return Rows.list(connection, ARCHIVE, StateMoves::changed, now, now, profiles, leaving, archive, now, now);
    }

    List<UUID> over(Connection connection, Instant now, int most) throws SQLException {
        Instant before = now.minus(Duration.ofDays(longest));
        return Rows.list(
                connection,
                OVER,
                row -> Rows.uuid(row, "person_id"),
                profiles,
                leaving,
                archive,
                now,
                before,
                before,
                most);
    }

    private static AccountStateChanged changed(ResultSet row) throws SQLException {
        return new AccountStateChanged(Rows.uuid(row, "id"), AccountState.valueOf(row.getString("state")));
    }
}
