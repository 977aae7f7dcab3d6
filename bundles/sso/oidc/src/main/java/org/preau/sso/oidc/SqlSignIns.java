package org.preau.sso.oidc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * Codes and tokens, shared by all nodes; only hashes are kept. Access tokens are opaque: the portal alone reads them, so they can say nothing to who intercepts one, and a revocation counts at once on
 * every node. Of several uses of one code or refresh token at the same time exactly one is the first; any other ends the sign-in and with it what the first was given (RFC 6749, 4.1.2; RFC 9700, 4.14).
 */
@Component(service = SqlSignIns.class, configurationPid = "org.preau.sso.oidc")
@Designate(ocd = OidcConfig.class)
public final class SqlSignIns {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final String COME_BACK = " returning " + SignInRows.COLUMNS;

    private final AtomicLong swept = new AtomicLong();
    private final Tx tx;
    private final Clock clock;
    private final Lives lives;

    /** Keeps them in the schema {@code sso_oidc}. */
    @Activate
    public SqlSignIns(@Reference(target = "(preau.unit=sso_oidc)") Tx tx, @Reference Clock clock, OidcConfig config) {
        this.tx = tx;
        this.clock = clock;
        this.lives = Lives.of(config);
    }

    /** Judges a sign-in whose code or refresh token is brought. */
    interface Judge {
        /** Whether it goes on. */
        void judge(SignIn signIn) throws Refusal;
    }

    /** How long tokens are good. */
    Lives lives() {
        return lives;
    }

    /**
     * Makes a code.
     *
     * @param granted decides what it stands for, in the code's own transaction: released, audited and issued together, or nothing of these
     */
    String issue(Supplier<SignIn> granted) {
        String code = Secrets.fresh("code-");
        Instant now = clock.instant();
        return tx.writeSql(connection -> {
            SignIn made = granted.get();
            Rows.update(
                    connection,
                    """
                    insert into sso_oidc.sign_in (id, code_hash, code_expires, connector, redirect_uri, challenge, nonce, session_id, account_id,
                                                  sub, claims, scopes, auth_time, device, holder, created, last_used, expires)
                    values (?, ?, ?, ?, ?, ?::text, ?::text, ?, ?, ?, ?::jsonb, ?, ?, ?::text, ?::jsonb, ?, ?, ?)
                    """,
                    made.id(),
                    Secrets.hash(code),
                    now.plus(lives.code()),
                    made.connector(),
                    made.redirectUri(),
                    made.challenge(),
                    made.nonce(),
                    made.sessionId(),
                    made.accountId(),
                    made.sub(),
                    SignInRows.json(made.claims()),
                    String.join(" ", made.scopes()),
                    made.authTime(),
                    made.device(),
                    SignInRows.json(made.holder()),
                    now,
                    now,
                    now.plus(lives.refresh()));
            sweep(connection, now);
            return code;
        });
    }

    /** Uses a code up, whatever is thought of it afterwards. */
    Exchanged redeem(String code, Judge judge) {
        byte[] hash = Secrets.hash(code);
        Instant now = clock.instant();
        return tx.writeSql(connection -> {
            Optional<SignIn> first = Rows.first(
                    connection,
                    "update sso_oidc.sign_in s set code_used = ? where code_hash = ? and code_used is null and code_expires > ?"
                            + COME_BACK,
                    SignInRows::read,
                    now,
                    hash,
                    now);
            if (first.isPresent()) {
                return judged(connection, first.get(), judge, now);
            }
            return refused(
                    "code", ended(connection, "code used twice", "code_hash = ? and code_used is not null", hash));
        });
    }

    /** Uses a refresh token up and gives the next one. */
    Exchanged refresh(String token, Judge judge) {
        byte[] hash = Secrets.hash(token);
        Instant now = clock.instant();
        return tx.writeSql(connection -> {
            int used = Rows.update(
                    connection,
                    "update sso_oidc.token set used = ?, expires = least(expires, ?) where token_hash = ? and kind = 'R' and used is null and expires > ?",
                    now,
                    now.plus(Duration.ofDays(1)),
                    hash,
                    now);
            String its =
                    "id = (select sign_in from sso_oidc.token where token_hash = ? and kind = 'R' and used is not null)";
            if (used == 0) {
                return refused("refresh token", ended(connection, "refresh token used twice", its, hash));
            }
            Optional<SignIn> first = Rows.first(
                    connection,
                    "select " + SignInRows.COLUMNS + " from sso_oidc.sign_in s where s.ended is null and s." + its
                            + " for update",
                    SignInRows::read,
                    hash);
            return first.isPresent()
                    ? judged(connection, first.get(), judge, now)
                    : refused("refresh token", Optional.empty());
        });
    }

    private Exchanged judged(Connection connection, SignIn signIn, Judge judge, Instant now) throws SQLException {
        try {
            judge.judge(signIn);
        } catch (Refusal refusal) {
            ended(connection, "refused: " + refusal.code(), "id = ?", signIn.id());
            return new Exchanged.Refused(refusal, Optional.empty());
        }
        Instant until = now.plus(signIn.device() == null ? lives.refresh() : lives.device());
        int going = Rows.update(
                connection,
                "update sso_oidc.sign_in set last_used = ?, expires = ? where id = ? and ended is null",
                now,
                until,
                signIn.id());
        if (going == 0) {
            return refused("code", Optional.empty());
        }
        String access = Secrets.fresh("at-");
        String refresh = Secrets.fresh("rt-");
        Rows.update(
                connection,
                "insert into sso_oidc.token (token_hash, sign_in, kind, expires) values (?, ?, 'A', ?), (?, ?, 'R', ?)",
                Secrets.hash(access),
                signIn.id(),
                now.plus(lives.access()),
                Secrets.hash(refresh),
                signIn.id(),
                until);
        return new Exchanged.Given(signIn, access, refresh);
    }

    private Optional<SignIn> ended(Connection connection, String why, String which, Object... arguments)
            throws SQLException {
        return SqlEnds.end(connection, clock.instant(), why, which, arguments);
    }

    private static Exchanged refused(String what, Optional<SignIn> stolen) {
        String description = stolen.isPresent()
                ? "the " + what + " was used before: all tokens of this sign-in are revoked"
                : "the " + what + " is unknown, used or too old";
        return new Exchanged.Refused(Refusal.grant(description), stolen);
    }

    /** What is over; looked for once a minute, at the cost of whoever comes then. */
    private void sweep(Connection connection, Instant now) throws SQLException {
        long last = swept.get();
        if (now.toEpochMilli() < last + BETWEEN_SWEEPS.toMillis() || !swept.compareAndSet(last, now.toEpochMilli())) {
            return;
        }
        Rows.update(connection, "delete from sso_oidc.sign_in where expires < ?", now);
        Rows.update(connection, "delete from sso_oidc.token where expires < ?", now);
        Rows.update(connection, "delete from sso_oidc.assertion where expires < ?", now);
    }
}
