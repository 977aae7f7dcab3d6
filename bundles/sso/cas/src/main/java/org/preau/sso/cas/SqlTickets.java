package org.preau.sso.cas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.persistence.Tx;

/**
 * Service tickets (CAS 3.0, section 3.1): 256 random bits, kept as a hash, good once and for seconds. Redeeming deletes the row, so that of any number of validations at the same time, on any node, one
 * succeeds. Safe on any thread.
 */
@Component(service = SqlTickets.class, configurationPid = "org.preau.sso.cas")
@Designate(ocd = CasConfig.class)
public final class SqlTickets {
    private static final String PREFIX = "ST-";
    private static final int RANDOM_BYTES = 32;
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final TypeReference<Map<String, List<String>>> ATTRIBUTES = new TypeReference<>() {};

    private final SecureRandom random = new SecureRandom();
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
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        String ticket = PREFIX + HexFormat.of().formatHex(bits);
        Instant now = clock.instant();
        return tx.writeSql(connection -> {
            insert(connection, hash(ticket), granted.get(), now.plus(life));
            sweep(connection, now);
            return ticket;
        });
    }

    /** Uses the ticket up, whatever is thought of it afterwards; nothing when it was never issued, used before or is too old. */
    Optional<Grant> redeem(String ticket) {
        Instant now = clock.instant();
        return tx.<Optional<Grant>>writeSql(connection -> delete(connection, hash(ticket), now));
    }

    private void insert(Connection connection, byte[] hash, Grant grant, Instant expires) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into sso_cas.ticket (ticket_hash, connector, service, session_id, user_id, attributes, expires_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)
                """)) {
            insert.setBytes(1, hash);
            insert.setString(2, grant.connector());
            insert.setString(3, grant.service());
            insert.setObject(4, grant.sessionId());
            insert.setString(5, grant.userId());
            insert.setString(6, json.writeValueAsString(grant.attributes()));
            insert.setObject(7, at(expires));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Grant> delete(Connection connection, byte[] hash, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                """
                delete from sso_cas.ticket where ticket_hash = ?
                returning connector, service, session_id, user_id, attributes, expires_at
                """)) {
            delete.setBytes(1, hash);
            try (ResultSet row = delete.executeQuery()) {
                if (!row.next()
                        || !row.getObject(6, OffsetDateTime.class).toInstant().isAfter(now)) {
                    return Optional.empty();
                }
                return Optional.of(new Grant(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        json.readValue(row.getString(5), ATTRIBUTES)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tickets that no service came for; looked for once a minute, at the cost of whoever comes then. */
    private void sweep(Connection connection, Instant now) throws SQLException {
        long last = swept.get();
        if (now.toEpochMilli() < last + BETWEEN_SWEEPS.toMillis() || !swept.compareAndSet(last, now.toEpochMilli())) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from sso_cas.ticket where expires_at < ?")) {
            delete.setObject(1, at(now));
            delete.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
