package org.preau.core.connect.visit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The pages after sign-outs: a random address each, good for an hour, kept as a hash. Safe on any thread and node. */
@Component(service = SqlFarewells.class)
public final class SqlFarewells {
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final Tx tx;
    private final Clock clock;

    /** Keeps them in the schema {@code connect}. */
    @Activate
    public SqlFarewells(@Reference(target = "(preau.unit=connect)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * A sign-out.
     *
     * @param sessionId the session that ended
     * @param next where its page leads on to
     * @param age since when
     */
    record Farewell(UUID sessionId, String next, Duration age) {}

    /** A new page; gives its token. */
    String make(UUID session, String next) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into connect.signed_out (token_hash, session_id, next, made) values (?, ?, ?, ?)",
                Hashes.of(token),
                session,
                next,
                clock.instant()));
        return token;
    }

    /** The page of that token. */
    Optional<Farewell> find(String token) {
        Instant now = clock.instant();
        return tx.readSql(connection -> Rows.first(
                connection,
                "select session_id, next, made from connect.signed_out where token_hash = ? and made > ?",
                row -> {
                    Instant made = Rows.instant(row, "made");
                    return new Farewell(
                            Rows.uuid(row, "session_id"),
                            row.getString("next"),
                            made == null ? GOOD_FOR : Duration.between(made, now));
                },
                Hashes.of(token),
                now.minus(GOOD_FOR)));
    }
}
