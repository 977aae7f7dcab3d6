package org.preau.core.connect;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/**
 * The opaque identifier of an account at a connector: derived at the first release, then kept, so that a rotated key changes nothing given out. 160 bits, as 40 hexadecimal digits; nothing of the
 * account can be read from it, and two connectors cannot tell that they know the same person. Safe on any thread and node.
 */
@Component(service = SqlPairwiseIdentifiers.class)
public final class SqlPairwiseIdentifiers {
    private static final String KEY = "connect.pairwise";
    private static final int BYTES = 20;
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final Tx tx;
    private final Keys keys;
    private final Clock clock;

    /** Keeps identifiers in the schema {@code connect}. */
    @Activate
    public SqlPairwiseIdentifiers(
            @Reference(target = "(preau.unit=connect)") Tx tx, @Reference Keys keys, @Reference Clock clock) {
        this.tx = tx;
        this.keys = keys;
        this.clock = clock;
    }

    /** The identifier; joins the running transaction. */
    public String of(String connector, UUID account) {
        return tx.writeSql(connection -> {
            Optional<String> kept = use(connection, connector, account);
            return kept.isPresent() ? kept.get() : make(connection, connector, account);
        });
    }

    /** When each of these accounts last went to which connector; only connectors that know it by an identifier. */
    public List<Visited> visitedBy(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : tx.readSql(connection -> Rows.list(
                        connection,
                        "select account_id, connector, last_used from connect.pairwise where account_id = any (?)",
                        row -> new Visited(
                                Rows.uuid(row, "account_id"),
                                row.getString("connector"),
                                Objects.requireNonNull(Rows.instant(row, "last_used"))),
                        accounts));
    }

    /**
     * An account's last visit, to a few minutes.
     *
     * @param accountId the account
     * @param connector the connector's id
     * @param last when its identifier was given out last
     */
    public record Visited(UUID accountId, String connector, Instant last) {}

    /** Its last use is written again only after a while: who goes to ten services in a minute, or is one of a class that does, would lock and write rows for nothing. */
    private Optional<String> use(Connection connection, String connector, UUID account) throws SQLException {
        Optional<Kept> kept = Rows.first(
                connection,
                "select identifier, last_used from connect.pairwise where connector = ? and account_id = ?",
                row -> new Kept(row.getString(1), Objects.requireNonNull(Rows.instant(row, "last_used"))),
                connector,
                account);
        Instant now = clock.instant();
        if (kept.isPresent() && kept.get().used().isBefore(now.minus(A_WHILE))) {
            Rows.update(
                    connection,
                    "update connect.pairwise set last_used = ? where connector = ? and account_id = ?",
                    now,
                    connector,
                    account);
        }
        return kept.map(Kept::identifier);
    }

    private record Kept(String identifier, Instant used) {}

    private String make(Connection connection, String connector, UUID account) throws SQLException {
        byte[] mac = keys.hmac(KEY, (connector + "|" + account).getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into connect.pairwise (connector, account_id, identifier, first_used, last_used)
                values (?, ?, ?, ?, ?)
                on conflict (connector, account_id) do update set last_used = excluded.last_used
                returning identifier
                """)) {
            insert.setString(1, connector);
            insert.setObject(2, account);
            insert.setString(3, HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
            insert.setObject(4, now());
            insert.setObject(5, now());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
