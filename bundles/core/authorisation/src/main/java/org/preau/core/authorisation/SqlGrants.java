package org.preau.core.authorisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditDetails;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.GrantsChanged;
import org.preau.api.authorisation.NewGrant;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEventListener;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Grants on PostgreSQL, the running ones of each account kept in memory. An account has those of its aliases too, as long as the merge stands (621C). Safe on any thread. */
@Component(service = {Grants.class, SqlGrants.class, PortalEventListener.class})
public final class SqlGrants implements Grants, PortalEventListener<GrantsChanged> {
    private static final Texts TEXTS = Texts.of(SqlGrants.class);
    private static final int LONGEST_REASON = 500;
    /** One that ran out goes into the history before the same is given again. */
    private static final String RETIRE =
            """
            with gone as (
                delete from authorisation.held where account_id = ? and role = ? and structure_id = ? and until < ? returning *)
            insert into authorisation.past (id, account_id, role, structure_id, until, reason, given_at, given_by)
            select id, account_id, role, structure_id, until, reason, given_at, given_by from gone
            """;

    private static final String UPSERT =
            """
            insert into authorisation.held as h (id, account_id, role, structure_id, until, reason, given_at, given_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account_id, role, structure_id) do update set until = excluded.until, reason = excluded.reason
            returning h.id
            """;
    private static final String READ = "select id, account_id, role, structure_id, until from authorisation.held";
    private static final String REMOVE =
            """
            with gone as (delete from authorisation.held where id = ? returning *)
            insert into authorisation.past (id, account_id, role, structure_id, until, reason, given_at, given_by, ended_at, ended_by)
            select id, account_id, role, structure_id, until, reason, given_at, given_by, ?, ? from gone
            """;

    private final Tx tx;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final Accounts accounts;
    private final GrantCache cache;
    private final GrantGuard guard;
    private final LastAdministrator last;

    /** Takes its services. */
    @Activate
    public SqlGrants(
            @Reference(target = "(preau.unit=authorisation)") Tx tx,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Structures structures,
            @Reference Accounts accounts,
            @Reference Clock clock) {
        this.tx = tx;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.accounts = accounts;
        this.cache = new GrantCache(clock);
        this.guard = new GrantGuard(this::ofAccount, structures, accounts, TEXTS);
        this.last = new LastAdministrator(structures, accounts, TEXTS);
    }

    @Override
    public Grant add(Subject by, UUID accountId, Role role, UUID structureId, @Nullable LocalDate until) {
        return give(by, new NewGrant(accountId, role, structureId, until, ""));
    }

    /** Gives a grant. */
    Grant give(Subject by, NewGrant wanted) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = wanted.until();
        if (until != null && until.isBefore(today)) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "grant.past", until);
        }
        String reason = wanted.reason().strip();
        if (reason.length() > LONGEST_REASON) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "grant.reason", LONGEST_REASON);
        }
        UUID account = wanted.accountId();
        guard.mayGive(by, account, wanted.role(), wanted.structureId(), until);
        return tx.writeSql(connection -> {
            Rows.update(connection, RETIRE, account, wanted.role(), wanted.structureId(), today);
            @Nullable
            Grant before = Rows.list(
                            connection,
                            READ + " where account_id = ? and role = ? and structure_id = ?",
                            SqlGrants::grant,
                            account,
                            wanted.role(),
                            wanted.structureId())
                    .stream()
                    .findFirst()
                    .orElse(null);
            UUID id = Rows.list(
                            connection,
                            UPSERT,
                            row -> row.getObject(1, UUID.class),
                            Ids.next(),
                            account,
                            wanted.role(),
                            wanted.structureId(),
                            until,
                            reason,
                            clock.instant(),
                            by.accountId())
                    .get(0);
            Grant grant = new Grant(id, account, wanted.role(), wanted.structureId(), until);
            changed(by, "grant.add", before, grant, grant, reason);
            return grant;
        });
    }

    @Override
    public void remove(Subject by, UUID grantId) {
        tx.writeSql(connection -> {
            Grant grant = Rows.list(connection, READ + " where id = ? for update", SqlGrants::grant, grantId).stream()
                    .findFirst()
                    .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "grant.unknown", grantId));
            guard.mayEnd(by, grant);
            if (!by.isSystem()) {
                last.stays(connection, grant, LocalDate.now(clock));
            }
            Rows.update(connection, REMOVE, grantId, clock.instant(), by.accountId());
            changed(by, "grant.remove", grant, null, grant, "");
            return 1;
        });
    }

    @Override
    public List<Grant> ofAccount(UUID accountId) {
        return cache.get(
                accountId,
                account -> tx.readSql(connection -> Rows.list(
                        connection,
                        READ + " where account_id = any (?::uuid[]) order by id",
                        SqlGrants::grant,
                        names(account))));
    }

    /** The account under all its ids. */
    List<UUID> names(UUID account) {
        UUID holder = holder(account);
        List<UUID> names = new ArrayList<>(accounts.aliasesOf(holder));
        names.add(holder);
        if (!names.contains(account)) {
            names.add(account);
        }
        return names;
    }

    /** What is kept of these accounts is stale. */
    void forget(List<UUID> accountIds) {
        accountIds.forEach(cache::drop);
    }

    /** The account that an id stands for. */
    private UUID holder(UUID account) {
        return accounts.byId(account).map(Account::id).orElse(account);
    }

    @Override
    public Page<Grant> list(PageRequest page) {
        return tx.readSql(connection -> {
            List<Grant> grants = Rows.list(
                    connection,
                    READ + " order by given_at desc, id desc limit ? offset ?",
                    SqlGrants::grant,
                    page.limit(),
                    page.offset());
            long total = Rows.list(connection, "select count(*) from authorisation.held", row -> row.getLong(1))
                    .get(0);
            return new Page<>(grants, total);
        });
    }

    @Override
    public Class<GrantsChanged> type() {
        return GrantsChanged.class;
    }

    @Override
    public void on(GrantsChanged event) {
        cache.drop(event.accountId());
    }

    private void changed(
            Subject by, String action, @Nullable Grant before, @Nullable Grant after, Grant grant, String reason) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("account", grant.accountId().toString());
        details.put("role", grant.role().name());
        details.put("structure", grant.structureId().toString());
        if (grant.until() != null) {
            details.put("until", grant.until().toString());
        }
        if (!reason.isEmpty()) {
            details.put("reason", reason);
        }
        audit.record(
                by,
                action,
                "grant:" + grant.id(),
                AuditDetails.of(details)
                        .change("role", before == null ? null : before.role(), after == null ? null : after.role())
                        .change("until", before == null ? null : before.until(), after == null ? null : after.until()));
        List<UUID> names = names(grant.accountId());
        names.forEach(name -> events.publish(new GrantsChanged(name)));
        tx.afterCommit(() -> forget(names));
    }

    /** A grant from a row that holds its columns. */
    static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("structure_id", UUID.class),
                row.getObject("until", LocalDate.class));
    }
}
