package org.preau.sso.cas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Proxy-granting tickets (CAS 3.0, section 3.3): 256 random bits, kept as a hash; they die with the portal session. Safe on any thread. */
@Component(service = SqlGrantings.class)
public final class SqlGrantings {
    /** Longer than any session: whether it runs is asked at each use. */
    private static final Duration LIFE = Duration.ofDays(8);

    private static final TypeReference<List<String>> ADDRESSES = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final Tx tx;
    private final Clock clock;

    /** Keeps them in the schema {@code sso_cas}. */
    @Activate
    public SqlGrantings(@Reference(target = "(preau.unit=sso_cas)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * What a proxy-granting ticket stands for.
     *
     * @param connector id of the connector whose service holds it
     * @param sessionId the portal session
     * @param proxies the callback addresses it went through, its own first
     */
    record Granting(String connector, UUID sessionId, List<String> proxies) {}

    /** Makes one for who presented that ticket. */
    String issue(Grant grant, String callback) {
        List<String> proxies = new ArrayList<>(List.of(callback));
        proxies.addAll(grant.proxies());
        String ticket = Secrets.next("PGT-");
        tx.writeSql(connection -> Rows.update(
                connection,
                """
                insert into sso_cas.granting (ticket_hash, connector, session_id, proxies, expires_at)
                values (?, ?, ?, ?::jsonb, ?)
                """,
                Secrets.hash(ticket),
                grant.connector(),
                grant.sessionId(),
                written(proxies),
                clock.instant().plus(LIFE)));
        return ticket;
    }

    /** What it stands for; nothing when it was never issued or is too old. */
    Optional<Granting> find(String ticket) {
        return tx.readSql(connection -> Rows.first(
                connection,
                "select connector, session_id, proxies from sso_cas.granting where ticket_hash = ? and expires_at > ?",
                this::read,
                Secrets.hash(ticket),
                clock.instant()));
    }

    /** It reached nobody. */
    void revoke(String ticket) {
        tx.writeSql(connection ->
                Rows.update(connection, "delete from sso_cas.granting where ticket_hash = ?", Secrets.hash(ticket)));
    }

    /** These sessions are over. */
    void forget(Collection<UUID> sessions) {
        tx.writeSql(connection ->
                Rows.update(connection, "delete from sso_cas.granting where session_id = any (?)", sessions));
    }

    /** That connector may ask for proxy tickets no more. */
    void end(String connector) {
        tx.writeSql(
                connection -> Rows.update(connection, "delete from sso_cas.granting where connector = ?", connector));
    }

    private Granting read(ResultSet row) throws SQLException {
        try {
            return new Granting(
                    row.getString("connector"),
                    Rows.uuid(row, "session_id"),
                    json.readValue(row.getString("proxies"), ADDRESSES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(List<String> proxies) {
        try {
            return json.writeValueAsString(proxies);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
