package org.preau.sso.oidc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Devices that stay signed in. Safe on any thread and node. */
@Component(service = SqlDevices.class)
public final class SqlDevices {
    private static final int SHOWN = 100;
    private final Tx tx;
    private final Clock clock;
    private final Audit audit;

    /** Those in the schema {@code sso_oidc}. */
    @Activate
    public SqlDevices(
            @Reference(target = "(preau.unit=sso_oidc)") Tx tx, @Reference Clock clock, @Reference Audit audit) {
        this.tx = tx;
        this.clock = clock;
        this.audit = audit;
    }

    /** A device as its owner sees it. */
    record Device(UUID id, String connector, String name, Instant since, Instant lastUsed) {}

    /** The account's devices, the one used last first. */
    List<Device> of(UUID accountId) {
        return tx.readSql(connection -> Rows.list(
                connection,
                """
                select id, connector, device, created, last_used from sso_oidc.sign_in
                where account_id = ? and device is not null and ended is null and code_used is not null and expires > ?
                order by last_used desc, id limit
                """
                        + SHOWN,
                row -> new Device(
                        Rows.uuid(row, "id"),
                        row.getString("connector"),
                        row.getString("device"),
                        Objects.requireNonNull(Rows.instant(row, "created")),
                        Objects.requireNonNull(Rows.instant(row, "last_used"))),
                accountId,
                clock.instant()));
    }

    /** Signs one of his own devices out, audited; whether it was there. */
    boolean end(Subject by, UUID accountId, UUID device) {
        return tx.writeSql(connection -> {
            List<SignIn> ended = SqlEnds.all(
                    connection, clock.instant(), "by its owner", "id = ? and account_id = ?", device, accountId);
            ended.forEach(one -> record(by, one));
            return !ended.isEmpty();
        });
    }

    /** Signs the devices of these accounts out, audited. */
    int endOf(List<UUID> accounts) {
        return tx.writeSql(connection ->
                ended(SqlEnds.all(connection, clock.instant(), "sign-ins revoked", "account_id = any (?)", accounts)));
    }

    /** Signs every device out, audited. */
    int endAll() {
        return tx.writeSql(connection -> ended(SqlEnds.all(connection, clock.instant(), "sign-ins revoked", "true")));
    }

    private int ended(List<SignIn> ended) {
        ended.stream().filter(one -> one.device() != null).forEach(one -> record(Subject.SYSTEM, one));
        return ended.size();
    }

    private void record(Subject by, SignIn ended) {
        audit.record(by, "oidc.device-end", "account:" + ended.accountId(), Map.of("connector", ended.connector()));
    }
}
