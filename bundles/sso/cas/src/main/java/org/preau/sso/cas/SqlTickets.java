package org.preau.sso.cas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/**
 * Service and proxy tickets (CAS 3.0, sections 3.1 and 3.2): 256 random bits, kept as a hash, good once and for seconds. Redeeming deletes the row, so that of any number of validations at the same time,
 * on any node, one succeeds. Safe on any thread.
 */
@Component(service = SqlTickets.class, configurationPid = "org.preau.sso.cas")
@Designate(ocd = CasConfig.class)
public final class SqlTickets {
    private static final String SERVICE_TICKET = "ST-";
    private static final String PROXY_TICKET = "PT-";
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final TypeReference<Map<String, List<String>>> ATTRIBUTES = new TypeReference<>() {};
    private static final TypeReference<List<String>> ADDRESSES = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong swept = new AtomicLong();
    private final Tx tx;
    private final Clock clock;
    private final Duration life;

    /** Keeps tickets in the schema {@code sso_cas}. */
    @Activate
    public SqlTickets(@Reference(target = "(preau.unit=sso_cas)") Tx tx, @Reference Clock clock, CasConfig config) {
        int seconds = config.ticket_seconds();
        if (seconds < 1 || seconds > 300) {
            throw new IllegalArgumentException(
                    "org.preau.sso.cas.cfg: ticket.seconds = " + seconds + "; write 1 to 300");
        }
        this.tx = tx;
        this.clock = clock;
        this.life = Duration.ofSeconds(seconds);
    }

    /**
     * Makes a ticket.
     *
     * @param granted decides what it stands for, in the ticket's own transaction: released, audited and issued together, or nothing of these
     */
    String issue(Supplier<Grant> granted) {
        Instant now = clock.instant();
        return tx.writeSql(connection -> {
            Grant grant = granted.get();
            String ticket = Secrets.next(grant.proxied() ? PROXY_TICKET : SERVICE_TICKET);
            insert(connection, Secrets.hash(ticket), grant, now.plus(life));
            sweep(connection, now);
            return ticket;
        });
    }

    /** Uses the ticket up, whatever is thought of it afterwards; nothing when it was never issued, used before or is too old. */
    Optional<Grant> redeem(String ticket) {
        Instant now = clock.instant();
        return tx.<Optional<Optional<Grant>>>writeSql(connection -> Rows.first(
                        connection,
                        """
                        delete from sso_cas.ticket where ticket_hash = ?
                        returning connector, service, session_id, user_id, attributes, fresh, proxies, expires_at
                        """,
                        row -> valid(row, now) ? Optional.of(grant(row)) : Optional.<Grant>empty(),
                        Secrets.hash(ticket)))
                .flatMap(found -> found);
    }

    /** The tickets of that connector are good no more. */
    void end(String connector) {
        tx.writeSql(connection -> Rows.update(connection, "delete from sso_cas.ticket where connector = ?", connector));
    }

    private static boolean valid(ResultSet row, Instant now) throws SQLException {
        Instant expires = Rows.instant(row, "expires_at");
        return expires != null && expires.isAfter(now);
    }

    private Grant grant(ResultSet row) throws SQLException {
        try {
            return new Grant(
                    row.getString("connector"),
                    row.getString("service"),
                    Rows.uuid(row, "session_id"),
                    row.getString("user_id"),
                    json.readValue(row.getString("attributes"), ATTRIBUTES),
                    row.getBoolean("fresh"),
                    json.readValue(row.getString("proxies"), ADDRESSES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(Connection connection, byte[] hash, Grant grant, Instant expires) throws SQLException {
        try {
            Rows.update(
                    connection,
                    """
                    insert into sso_cas.ticket
                        (ticket_hash, connector, service, session_id, user_id, attributes, fresh, proxies, expires_at)
                    values (?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?)
                    """,
                    hash,
                    grant.connector(),
                    grant.service(),
                    grant.sessionId(),
                    grant.userId(),
                    json.writeValueAsString(grant.attributes()),
                    grant.fresh(),
                    json.writeValueAsString(grant.proxies()),
                    expires);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What nobody came for; looked for once a minute, at the cost of whoever comes then. */
    private void sweep(Connection connection, Instant now) throws SQLException {
        long last = swept.get();
        if (now.toEpochMilli() < last + BETWEEN_SWEEPS.toMillis() || !swept.compareAndSet(last, now.toEpochMilli())) {
            return;
        }
        Rows.update(connection, "delete from sso_cas.ticket where expires_at < ?", now);
        Rows.update(connection, "delete from sso_cas.granting where expires_at < ?", now);
        Rows.update(connection, "delete from sso_cas.renewal where expires_at < ?", now);
    }
}
