package org.preau.core.authorisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantEntry;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.GrantState;
import org.preau.api.authorisation.NewGrant;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The register of grants on PostgreSQL: those that are held and those of the past. Safe on any thread. */
@Component
public final class SqlGrantRegister implements GrantRegister {
    private static final Texts TEXTS = Texts.of(SqlGrantRegister.class);
    private static final String ALL =
            """
            with entry as (
                select id, account_id, role, structure_id, until, reason, given_by, given_at, null::uuid as ended_by,
                       null::timestamptz as ended_at, case when until < ? then 'EXPIRED' else 'RUNNING' end as state
                  from authorisation.held
                union all
                select id, account_id, role, structure_id, until, reason, given_by, given_at, ended_by,
                       ended_at, case when ended_at is null then 'EXPIRED' else 'REMOVED' end
                  from authorisation.past)
            select *, count(*) over () as total from entry where
            """;
    private static final String LATEST =
            " and state = any (?::text[]) order by given_at desc, id desc limit ? offset ?";
    private static final String ENDING =
            "state = 'RUNNING' and structure_id = any (?::uuid[]) and until <= ? order by until, id limit ? offset ?";

    private final Tx tx;
    private final SqlGrants grants;
    private final Authorisation authorisation;
    private final Structures structures;
    private final Accounts accounts;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public SqlGrantRegister(
            @Reference(target = "(preau.unit=authorisation)") Tx tx,
            @Reference SqlGrants grants,
            @Reference Authorisation authorisation,
            @Reference Structures structures,
            @Reference Accounts accounts,
            @Reference Clock clock) {
        this.tx = tx;
        this.grants = grants;
        this.authorisation = authorisation;
        this.structures = structures;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public GrantEntry give(Subject by, NewGrant grant) {
        authorisation.require(by, GIVE, Scope.structure(grant.structureId()));
        if (structures.byId(grant.structureId()).isEmpty()
                || accounts.byId(grant.accountId()).isEmpty()) {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "grant.nobody");
        }
        return tx.writeSql(connection -> entry(grants.give(by, grant).id()));
    }

    @Override
    public GrantEntry extend(Subject by, UUID grantId, @Nullable LocalDate until) {
        return tx.writeSql(connection -> {
            GrantEntry before = entry(grantId);
            Grant held = before.grant();
            authorisation.require(by, GIVE, Scope.structure(held.structureId()));
            if (before.state() == GrantState.REMOVED) {
                throw new PortalException(ErrorCode.CONFLICT, TEXTS, "grant.ended");
            }
            NewGrant after = new NewGrant(held.accountId(), held.role(), held.structureId(), until, before.reason());
            return entry(grants.give(by, after).id());
        });
    }

    @Override
    public void end(Subject by, UUID grantId) {
        authorisation.require(by, GIVE, Scope.structure(entry(grantId).grant().structureId()));
        grants.remove(by, grantId);
    }

    @Override
    public Page<GrantEntry> ofStructure(
            Subject by, UUID structureId, boolean below, Set<GrantState> states, PageRequest page) {
        authorisation.require(by, READ, Scope.structure(structureId));
        Collection<UUID> perimeter = below ? structures.withDescendants(structureId) : Set.of(structureId);
        return page(ALL + "structure_id = any (?::uuid[])" + LATEST, perimeter, states, page.limit(), page.offset());
    }

    @Override
    public Page<GrantEntry> ofAccount(Subject by, UUID accountId, Set<GrantState> states, PageRequest page) {
        if (by.isSystem() || Objects.equals(by.accountId(), accountId)) {
            return page(
                    ALL + "account_id = any (?::uuid[])" + LATEST,
                    grants.names(accountId),
                    states,
                    page.limit(),
                    page.offset());
        }
        Set<UUID> perimeter = new HashSet<>();
        authorisation.perimeterOf(by, READ).forEach(top -> perimeter.addAll(structures.withDescendants(top)));
        if (perimeter.isEmpty()) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "forbidden");
        }
        String sql = ALL + "account_id = any (?::uuid[]) and structure_id = any (?::uuid[])" + LATEST;
        return page(sql, grants.names(accountId), perimeter, states, page.limit(), page.offset());
    }

    @Override
    public Page<GrantEntry> endingWithin(Subject by, UUID structureId, int days, PageRequest page) {
        authorisation.require(by, READ, Scope.structure(structureId));
        LocalDate latest = LocalDate.now(clock).plusDays(days);
        return page(ALL + ENDING, structures.withDescendants(structureId), latest, page.limit(), page.offset());
    }

    private GrantEntry entry(UUID id) {
        return page(ALL + "id = ?", id).items().stream()
                .findFirst()
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "grant.unknown", id));
    }

    private Page<GrantEntry> page(String sql, Object... rest) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(LocalDate.now(clock)));
        parameters.addAll(Arrays.asList(rest));
        long[] total = {0};
        List<GrantEntry> entries = tx.readSql(connection -> Rows.list(
                connection,
                sql,
                row -> {
                    total[0] = row.getLong("total");
                    return read(row);
                },
                parameters.toArray()));
        return new Page<>(entries, total[0]);
    }

    private static GrantEntry read(ResultSet row) throws SQLException {
        return new GrantEntry(
                SqlGrants.grant(row),
                GrantState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("given_by", UUID.class),
                Optional.ofNullable(Rows.instant(row, "given_at")).orElseThrow(),
                row.getObject("ended_by", UUID.class),
                Rows.instant(row, "ended_at"));
    }
}
