package org.preau.sso.oidc;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Tokens that are shown or given back. Safe on any thread and node. */
@Component(service = SqlTokens.class)
public final class SqlTokens {
    private final Tx tx;
    private final Clock clock;

    /** Those in the schema {@code sso_oidc}. */
    @Activate
    public SqlTokens(@Reference(target = "(preau.unit=sso_oidc)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * A token that is good.
     *
     * @param signIn what it stands for
     * @param refresh whether it is a refresh token
     * @param expires until when
     */
    record Known(SignIn signIn, boolean refresh, Instant expires) {}

    /** What an access token stands for, while it is good. */
    Optional<SignIn> access(String token) {
        return find(token).filter(known -> !known.refresh()).map(Known::signIn);
    }

    /** The token, while it is good. */
    Optional<Known> find(String token) {
        return tx.readSql(connection -> Rows.first(
                connection,
                "select t.kind, t.expires, " + SignInRows.COLUMNS
                        + " from sso_oidc.token t join sso_oidc.sign_in s on s.id = t.sign_in"
                        + " where t.token_hash = ? and t.used is null and t.expires > ? and s.ended is null",
                row -> new Known(
                        SignInRows.read(row),
                        row.getString("kind").equals("R"),
                        Objects.requireNonNull(Rows.instant(row, "expires"))),
                Secrets.hash(token),
                clock.instant()));
    }

    /** Takes a token back that its own service returns: an access token alone, a refresh token with its sign-in (RFC 7009). */
    void revoke(Known known, String token) {
        tx.writeSql(connection -> known.refresh()
                ? SqlEnds.all(
                                connection,
                                clock.instant(),
                                "revoked by the service",
                                "id = ?",
                                known.signIn().id())
                        .size()
                : Rows.update(connection, "delete from sso_oidc.token where token_hash = ?", Secrets.hash(token)));
    }

    /** The sign-ins at that connector are over, with all their tokens. */
    void end(String connector) {
        tx.writeSql(sql -> SqlEnds.all(sql, clock.instant(), "connector suspended", "connector = ?", connector)
                .size());
    }

    /** Whether this assertion of this connector comes for the first time. */
    boolean firstUse(String connector, String jti, Instant expires) {
        return tx.writeSql(connection -> Rows.update(
                        connection,
                        "insert into sso_oidc.assertion (connector, jti_hash, expires) values (?, ?, ?) on conflict do nothing",
                        connector,
                        Secrets.hash(jti),
                        expires)
                == 1);
    }
}
