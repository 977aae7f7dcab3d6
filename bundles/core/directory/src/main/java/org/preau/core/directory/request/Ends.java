package org.preau.core.directory.request;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.request.Expiry;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.identity.Columns;

/** Last days of accounts made by hand. */
final class Ends {
    private static final String KNOWN =
            "select person_id, profile, expires_on, state from directory.account where id = ? for update";
    /** An account that left because its end was reached is opened again. */
    private static final String SET =
            """
            update directory.account
               set expires_on = ?, expiry_told = null,
                   state = case when state = 'LEAVING' then coalesce(state_before, 'INACTIVE') else state end,
                   state_before = case when state = 'LEAVING' then null else state_before end,
                   left_at = case when state = 'LEAVING' then null else left_at end
             where id = ? returning state
            """;

    private static final String EXPIRING =
            """
            select a.id, a.person_id, p.first_name || ' ' || p.last_name as name, a.login, a.profile, a.expires_on,
                   coalesce((select s.name from directory.affiliation x join directory.structure s on s.id = x.structure_id
                              where x.person_id = a.person_id order by (x.source = 'hand') desc, s.name limit 1), '') as structure,
                   count(*) over () as total
              from directory.account a join directory.person p on p.id = a.person_id
             where a.expires_on <= ? and a.state in ('INACTIVE', 'ACTIVE')
               and (? or exists (select 1 from directory.placement x where x.person_id = a.person_id and x.structure_id = any (?::uuid[])))
             order by a.expires_on, p.sort_name, a.id limit ? offset ?
            """;

    private Ends() {}

    /** An account whose end is to change. */
    record Known(UUID person, Profile profile, @Nullable LocalDate until, String state) {}

    static Optional<Known> known(Connection connection, UUID account) throws SQLException {
        return Rows.first(
                connection,
                KNOWN,
                row -> new Known(
                        Rows.uuid(row, "person_id"),
                        Profile.valueOf(row.getString("profile")),
                        Columns.maybeDay(row, "expires_on"),
                        row.getString("state")),
                account);
    }

    /** Sets the end; gives the state afterwards. */
    static String set(Connection connection, UUID account, LocalDate until) throws SQLException {
        return Rows.first(connection, SET, row -> row.getString("state"), until, account)
                .orElse("");
    }

    static Page<Expiry> expiring(Connection connection, LocalDate last, Optional<Set<UUID>> within, PageRequest page)
            throws SQLException {
        long[] total = new long[1];
        List<Expiry> found = Rows.list(
                connection,
                EXPIRING,
                row -> {
                    total[0] = row.getLong("total");
                    return of(row);
                },
                last,
                within.isEmpty(),
                within.orElse(Set.of()),
                page.limit(),
                page.offset());
        return new Page<>(found, total[0]);
    }

    private static Expiry of(ResultSet row) throws SQLException {
        return new Expiry(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "person_id"),
                row.getString("name"),
                row.getString("login"),
                Profile.valueOf(row.getString("profile")),
                row.getString("structure"),
                Objects.requireNonNull(Columns.maybeDay(row, "expires_on")));
    }
}
