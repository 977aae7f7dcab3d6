package org.preau.core.authorisation;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.preau.api.persistence.Tx;

/** Grants on PostgreSQL, the running ones of each account kept in memory. Safe on any thread. */
@Component(service = {Grants.class, PortalEventListener.class})
public final class SqlGrants implements Grants, PortalEventListener<GrantsChanged> {
    private static final Texts TEXTS = Texts.of(SqlGrants.class);
    private static final String UPSERT =
            """
            insert into authorisation.held as h (id, account_id, role, structure_id, until, given_at, given_by)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (account_id, role, structure_id) do update set until = excluded.until
            returning h.id
            """;
    private static final String READ = "select id, account_id, role, structure_id, until from authorisation.held";
    private static final String REMOVE =
            "delete from authorisation.held where id = ? returning id, account_id, role, structure_id, until";

    private final Tx tx;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final GrantCache cache;

    /** Takes its services. */
    @Activate
    public SqlGrants(
            @Reference(target = "(preau.unit=authorisation)") Tx tx,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this.tx = tx;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.cache = new GrantCache(clock);
    }

    @Override
    public Grant add(Subject by, UUID accountId, Role role, UUID structureId, @Nullable LocalDate until) {
        if (until != null && until.isBefore(LocalDate.now(clock))) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "grant.past", until);
        }
        return tx.writeSql(connection -> {
            List<Grant> before = read(
                    connection,
                    READ + " where account_id = ? and role = ? and structure_id = ?",
                    accountId,
                    role.name(),
                    structureId);
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                upsert.setObject(1, Ids.next());
                upsert.setObject(2, accountId);
                upsert.setString(3, role.name());
                upsert.setObject(4, structureId);
                upsert.setDate(5, until == null ? null : Date.valueOf(until));
                upsert.setObject(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                upsert.setObject(7, by.accountId());
                try (ResultSet row = upsert.executeQuery()) {
                    row.next();
                    Grant grant = new Grant(row.getObject(1, UUID.class), accountId, role, structureId, until);
                    changed(by, "grant.add", before.isEmpty() ? null : before.get(0), grant, grant);
                    return grant;
                }
            }
        });
    }

    @Override
    public void remove(Subject by, UUID grantId) {
        tx.writeSql(connection -> {
            List<Grant> removed = read(connection, REMOVE, grantId);
            if (removed.isEmpty()) {
                throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "grant.unknown", grantId);
            }
            removed.forEach(grant -> changed(by, "grant.remove", grant, null, grant));
            return removed.size();
        });
    }

    @Override
    public List<Grant> ofAccount(UUID accountId) {
        return cache.get(
                accountId,
                account -> tx.readSql(
                        connection -> read(connection, READ + " where account_id = ? order by id", account)));
    }

    @Override
    public Page<Grant> list(PageRequest page) {
        return tx.readSql(connection -> {
            List<Grant> grants = read(
                    connection,
                    READ + " order by given_at desc, id desc limit ? offset ?",
                    page.limit(),
                    page.offset());
            try (PreparedStatement count = connection.prepareStatement("select count(*) from authorisation.held");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return new Page<>(grants, row.getLong(1));
            }
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

    private void changed(Subject by, String action, @Nullable Grant before, @Nullable Grant after, Grant grant) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("account", grant.accountId().toString());
        details.put("role", grant.role().name());
        details.put("structure", grant.structureId().toString());
        if (grant.until() != null) {
            details.put("until", grant.until().toString());
        }
        audit.record(
                by,
                action,
                "grant:" + grant.id(),
                AuditDetails.of(details)
                        .change("role", before == null ? null : before.role(), after == null ? null : after.role())
                        .change("until", before == null ? null : before.until(), after == null ? null : after.until()));
        events.publish(new GrantsChanged(grant.accountId()));
        tx.afterCommit(() -> cache.drop(grant.accountId()));
    }

    private static List<Grant> read(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<Grant> grants = new ArrayList<>();
                while (row.next()) {
                    grants.add(new Grant(
                            row.getObject("id", UUID.class),
                            row.getObject("account_id", UUID.class),
                            Role.valueOf(row.getString("role")),
                            row.getObject("structure_id", UUID.class),
                            row.getObject("until", LocalDate.class)));
                }
                return grants;
            }
        }
    }
}
