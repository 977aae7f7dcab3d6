package org.preau.core.directory.lifecycle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.lifecycle.Departure;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.identity.Columns;

/** Reads accounts on their way out. */
final class Departures {
    private static final String NEXT =
            "((case a.state when 'LEAVING' then a.left_at + make_interval(days => d.leaving) else a.archived_at + make_interval(days => d.archive) end) at time zone 'Europe/Paris')::date";
    private static final String LIST =
            "select a.id, a.person_id, p.first_name || ' ' || p.last_name as name, a.login, a.profile, a.state, "
                    + "coalesce(a.archived_at, a.left_at) as since, " + NEXT + " as next, count(*) over () as total,"
                    + """
              array(select s.name from directory.structure s
                     where s.id in (select x.structure_id from directory.placement x where x.person_id = a.person_id)
                     order by s.name collate "fr-x-icu") as schools
              from directory.account a join directory.person p on p.id = a.person_id join
            """
                    + StateMoves.PERIODS
                    + """
             on d.profile = a.profile
             where a.state in ('LEAVING', 'ARCHIVED') and a.left_at is not null
               and (? or exists (select 1 from directory.placement x where x.person_id = a.person_id and x.structure_id = any (?::uuid[])))
             order by next, p.sort_name, a.id limit ? offset ?
            """;
    private static final String SOON =
            "select count(*) filter (where a.state = 'LEAVING') as archived, count(*) filter (where a.state = 'ARCHIVED') as erased from directory.account a join"
                    + StateMoves.PERIODS
                    + " on d.profile = a.profile where a.state in ('LEAVING', 'ARCHIVED') and a.left_at is not null and "
                    + NEXT + " <= (? at time zone 'Europe/Paris')::date";

    private Departures() {}

    /** How many are archived and erased soon. */
    record Soon(int archived, int erased) {}

    static Page<Departure> list(Connection connection, StateMoves moves, Optional<Set<UUID>> within, PageRequest page)
            throws SQLException {
        List<List<String>> periods = moves.periods();
        long[] total = new long[1];
        List<Departure> found = Rows.list(
                connection,
                LIST,
                row -> {
                    total[0] = row.getLong("total");
                    return departure(row);
                },
                periods.get(0),
                periods.get(1),
                periods.get(2),
                within.isEmpty(),
                within.orElse(Set.of()),
                page.limit(),
                page.offset());
        return new Page<>(found, total[0]);
    }

    static Soon soon(Connection connection, StateMoves moves, Instant until) throws SQLException {
        List<List<String>> periods = moves.periods();
        return Rows.first(
                        connection,
                        SOON,
                        row -> new Soon(row.getInt("archived"), row.getInt("erased")),
                        periods.get(0),
                        periods.get(1),
                        periods.get(2),
                        until)
                .orElse(new Soon(0, 0));
    }

    private static Departure departure(ResultSet row) throws SQLException {
        return new Departure(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "person_id"),
                row.getString("name"),
                row.getString("login"),
                Profile.valueOf(row.getString("profile")),
                Columns.texts(row, "schools"),
                AccountState.valueOf(row.getString("state")),
                Columns.instant(row, "since"),
                Objects.requireNonNull(Columns.maybeDay(row, "next")));
    }
}
