package org.preau.core.directory.request;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.request.AccountRequest;
import org.preau.api.directory.request.AccountWish;
import org.preau.api.directory.request.RequestState;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.identity.Columns;

/** Rows of requests. */
final class RequestSql {
    private static final String INSERT =
            """
            insert into directory.account_request (id, profile, structure_id, first_name, last_name, email, reason,
                   wanted_until, state, asked_by, asked_by_name, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?, ?)
            """;
    private static final String READ =
            """
            select r.*, s.name as structure, count(*) over () as total
              from directory.account_request r join directory.structure s on s.id = r.structure_id
            """;
    private static final String VISIBLE =
            " where r.state = ? and (? or r.structure_id = any (?::uuid[]) or r.asked_by = ?) order by ";
    private static final String DECIDE =
            """
            update directory.account_request
               set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ?, answer = ?, account_id = ?, person_id = ?
             where id = ?
            """;

    private RequestSql() {}

    static void insert(Connection connection, UUID id, AccountWish wish, Subject by, String name, Instant now)
            throws SQLException {
        Rows.update(
                connection,
                INSERT,
                id,
                wish.profile(),
                wish.structureId(),
                wish.firstName().strip(),
                wish.lastName().strip(),
                wish.email().strip(),
                wish.reason().strip(),
                wish.until(),
                by.accountId(),
                name,
                now);
    }

    static void accept(Connection connection, UUID id, Subject by, String name, Instant now, Account account)
            throws SQLException {
        Rows.update(
                connection,
                DECIDE,
                RequestState.ACCEPTED,
                by.accountId(),
                name,
                now,
                "",
                account.id(),
                account.personId(),
                id);
    }

    static void refuse(Connection connection, UUID id, Subject by, String name, Instant now, String answer)
            throws SQLException {
        Rows.update(connection, DECIDE, RequestState.REFUSED, by.accountId(), name, now, answer, null, null, id);
    }

    /** As if nobody had decided. */
    static void reopen(Connection connection, UUID id) throws SQLException {
        Rows.update(connection, DECIDE, RequestState.ASKED, null, "", null, "", null, null, id);
    }

    static Optional<AccountRequest> byId(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, READ + " where r.id = ?", RequestSql::of, id);
    }

    static void lock(Connection connection, UUID id) throws SQLException {
        Rows.list(
                connection,
                "select id from directory.account_request where id = ? for update",
                row -> Rows.uuid(row, "id"),
                id);
    }

    static Page<AccountRequest> list(
            Connection connection, Optional<Set<UUID>> within, Subject viewer, RequestState state, PageRequest page)
            throws SQLException {
        String order = state == RequestState.ASKED ? "r.asked_at, r.id" : "r.decided_at desc, r.id";
        long[] total = new long[1];
        List<AccountRequest> found = Rows.list(
                connection,
                READ + VISIBLE + order + " limit ? offset ?",
                row -> {
                    total[0] = row.getLong("total");
                    return of(row);
                },
                state,
                within.isEmpty(),
                within.orElse(Set.of()),
                viewer.accountId(),
                page.limit(),
                page.offset());
        return new Page<>(found, total[0]);
    }

    private static AccountRequest of(ResultSet row) throws SQLException {
        AccountWish wish = new AccountWish(
                Profile.valueOf(row.getString("profile")),
                Rows.uuid(row, "structure_id"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("reason"),
                Columns.maybeDay(row, "wanted_until"));
        return new AccountRequest(
                Rows.uuid(row, "id"),
                wish,
                row.getString("structure"),
                RequestState.valueOf(row.getString("state")),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_by_name"),
                Columns.instant(row, "asked_at"),
                row.getObject("decided_by", UUID.class),
                row.getString("decided_by_name"),
                Columns.maybeInstant(row, "decided_at"),
                row.getString("answer"),
                row.getObject("account_id", UUID.class));
    }
}
