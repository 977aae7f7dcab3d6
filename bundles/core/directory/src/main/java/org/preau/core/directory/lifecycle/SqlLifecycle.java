package org.preau.core.directory.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.lifecycle.Departure;
import org.preau.api.directory.lifecycle.ErasureCertificate;
import org.preau.api.directory.lifecycle.Lifecycle;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;
import org.preau.core.directory.identity.Perimeters;

/** The lifecycle of accounts on PostgreSQL. */
@Component
public final class SqlLifecycle implements Lifecycle {
    private static final Texts TEXTS = Texts.of(SqlLifecycle.class);
    private static final String KNOWN = "select person_id, state from directory.account where id = ? for update";
    private static final String TO_BLOCKED =
            "update directory.account set state_before = state, state = 'BLOCKED' where id = ?";
    private static final String FROM_BLOCKED =
            """
            update directory.account
               set state = coalesce(nullif(state_before, 'BLOCKED'), case when activated_at is null then 'INACTIVE' else 'ACTIVE' end),
                   state_before = null
             where id = ? returning state
            """;

    private final Tx tx;
    private final Perimeters perimeters;
    private final Erasures erasures;
    private final ConfiguredRetention retention;
    private final Audit audit;
    private final Events events;
    private final DirectoryGeneration generation;

    /** Takes its services. */
    @Activate
    public SqlLifecycle(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Perimeters perimeters,
            @Reference Erasures erasures,
            @Reference ConfiguredRetention retention,
            @Reference Audit audit,
            @Reference Events events,
            @Reference DirectoryGeneration generation) {
        this.tx = tx;
        this.perimeters = perimeters;
        this.erasures = erasures;
        this.retention = retention;
        this.audit = audit;
        this.events = events;
        this.generation = generation;
    }

    private record Known(UUID person, AccountState state) {}

    @Override
    public void block(Subject by, UUID accountId, String reason) {
        String why = reason(reason);
        tx.writeSql(connection -> {
            Known known = known(connection, by, accountId);
            if (known.state() != AccountState.ACTIVE && known.state() != AccountState.INACTIVE) {
                throw new PortalException(ErrorCode.CONFLICT, TEXTS, "block.state");
            }
            Rows.update(connection, TO_BLOCKED, accountId);
            note(by, "account.block", accountId, known.state(), AccountState.BLOCKED, why);
            return true;
        });
    }

    @Override
    public void unblock(Subject by, UUID accountId, String reason) {
        String why = reason(reason);
        tx.writeSql(connection -> {
            Known known = known(connection, by, accountId);
            if (known.state() != AccountState.BLOCKED) {
                throw new PortalException(ErrorCode.CONFLICT, TEXTS, "unblock.state");
            }
            AccountState after = Rows.first(
                            connection, FROM_BLOCKED, row -> AccountState.valueOf(row.getString("state")), accountId)
                    .orElseThrow();
            note(by, "account.unblock", accountId, AccountState.BLOCKED, after, why);
            return true;
        });
    }

    @Override
    public Page<Departure> departures(Subject viewer, Optional<UUID> within, PageRequest page) {
        var structures = perimeters.of(viewer, DEPARTURES, within);
        return tx.readSql(connection -> Departures.list(connection, new StateMoves(retention), structures, page));
    }

    @Override
    public ErasureCertificate erase(Subject by, UUID personId, String reason) {
        String why = reason(reason);
        return tx.writeSql(connection -> {
            if ((int) Rows.count(
                            connection,
                            "select count(*) from directory.person where id = ? and merged_into is null",
                            personId)
                    == 0) {
                throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "erase.unknown");
            }
            perimeters.requirePerson(connection, by, ERASE, personId);
            ErasureCertificate certificate = erasures.erase(connection, by, List.of(personId), "request", why);
            events.publish(new DirectoryChanged("erasure"));
            tx.afterCommit(generation::next);
            return certificate;
        });
    }

    @Override
    public Page<ErasureCertificate> certificates(Subject viewer, PageRequest page) {
        if (!perimeters.fromAbove(viewer, ERASE)) {
            return new Page<>(List.of(), 0);
        }
        return tx.readSql(connection -> Certificates.list(connection, page));
    }

    @Override
    public Optional<byte[]> download(Subject viewer, UUID certificateId) {
        if (!perimeters.fromAbove(viewer, ERASE)) {
            return Optional.empty();
        }
        return tx.readSql(connection -> Certificates.file(connection, certificateId));
    }

    @Override
    public boolean verify(byte[] certificate) {
        return erasures.certificates().verify(certificate);
    }

    private Known known(Connection connection, Subject by, UUID accountId) throws SQLException {
        Known known = Rows.first(
                        connection,
                        KNOWN,
                        row -> new Known(Rows.uuid(row, "person_id"), AccountState.valueOf(row.getString("state"))),
                        accountId)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "account.unknown"));
        perimeters.requirePerson(connection, by, BLOCK, known.person());
        return known;
    }

    private void note(Subject by, String action, UUID account, AccountState before, AccountState after, String reason) {
        audit.record(
                by,
                action,
                "account:" + account,
                Map.of("before", before.name(), "after", after.name(), "reason", reason));
        events.publish(new AccountStateChanged(account, after));
    }

    private static String reason(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > 500) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "reason.wanted");
        }
        return why;
    }
}
