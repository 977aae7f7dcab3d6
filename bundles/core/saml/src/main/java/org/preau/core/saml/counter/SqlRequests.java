package org.preau.core.saml.counter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.saml.SamlProof;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.message.CheckedAssertion;

/** From the request to the parked proof, on any node; every step is good once. */
final class SqlRequests {
    private static final Duration REQUEST = Duration.ofMinutes(30);
    private static final Duration PARKED = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final AtomicLong swept = new AtomicLong();
    private final Tx tx;
    private final Clock clock;
    private final SealedProofs sealed;

    SqlRequests(Tx tx, Clock clock, SealedProofs sealed) {
        this.tx = tx;
        this.clock = clock;
        this.sealed = sealed;
    }

    /**
     * Notes a request of ours.
     *
     * @param anew whether only a proof will do that the user gives from now on
     */
    void asked(String id, String counter, String browser, String returnTo, boolean anew) {
        Instant now = clock.instant();
        tx.writeSql(connection -> {
            sweep(connection, now);
            return Rows.update(
                    connection,
                    "insert into saml.request (id, counter, browser, return_to, expires_at, proved_after) values (?, ?, ?, ?, ?, ?::timestamptz)",
                    id,
                    counter,
                    Secrets.hash(browser),
                    returnTo,
                    now.plus(REQUEST),
                    anew ? now : null);
        });
    }

    /**
     * Takes an assertion: uses its request up and parks what it proves.
     *
     * @return the ticket for the browser
     * @throws SamlRefusedException {@code REPLAYED}, or {@code UNSOLICITED} when it answers no request of this counter's
     */
    String park(String counter, String issuer, CheckedAssertion assertion, String relayState) {
        Instant now = clock.instant();
        String ticket = Secrets.next();
        tx.writeSql(connection -> {
            see(connection, issuer + " " + assertion.id(), assertion.until());
            Asked asked = take(connection, counter, assertion.inResponseTo(), now);
            if (!relayState.isEmpty() && !relayState.equals(assertion.inResponseTo())) {
                throw new SamlRefusedException(Reason.UNSOLICITED, "RelayState is not what was sent along");
            }
            Instant least = asked.provedAfter();
            if (least != null && assertion.authenticatedAt().plus(SKEW).isBefore(least)) {
                throw new SamlRefusedException(
                        Reason.EXPIRED, "the user was to prove himself anew (ForceAuthn), and did not");
            }
            SamlProof proof = new SamlProof(
                    issuer,
                    assertion.nameId(),
                    assertion.nameIdFormat(),
                    assertion.sessionIndex(),
                    assertion.attributes(),
                    assertion.authenticatedAt(),
                    asked.returnTo());
            return Rows.update(
                    connection,
                    "insert into saml.parked (ticket, counter, browser, proof, expires_at) values (?, ?, ?, ?, ?)",
                    Secrets.hash(ticket),
                    counter,
                    asked.browser(),
                    sealed.seal(proof),
                    now.plus(PARKED));
        });
        return ticket;
    }

    /** What a ticket stands for, if this browser began. */
    Optional<SamlProof> parked(String counter, String ticket, String browser) {
        return tx.<Optional<SamlProof>>readSql(connection -> Rows.first(
                connection,
                "select proof from saml.parked where ticket = ? and counter = ? and browser = ? and expires_at > ?",
                row -> sealed.open(row.getBytes(1)),
                Secrets.hash(ticket),
                counter,
                Secrets.hash(browser),
                clock.instant()));
    }

    /** Uses a ticket up; says whether it was there. */
    boolean use(String ticket) {
        return tx.<Boolean>writeSql(connection ->
                Rows.update(connection, "delete from saml.parked where ticket = ?", Secrets.hash(ticket)) == 1);
    }

    /** Takes a request that its answer came for; gives where the browser goes. */
    Optional<String> answered(String id, String counter) {
        Instant now = clock.instant();
        return tx.<Optional<String>>writeSql(connection -> Rows.first(
                connection,
                "delete from saml.request where id = ? and counter = ? and expires_at > ? returning return_to",
                row -> row.getString(1),
                id,
                counter,
                now));
    }

    /** Refuses a message that was taken before. */
    void once(String what, Instant until) {
        tx.writeSql(connection -> {
            see(connection, what, until);
            return true;
        });
    }

    private static void see(Connection connection, String what, Instant until) throws SQLException {
        int fresh = Rows.update(
                connection,
                "insert into saml.seen (id, expires_at) values (?, ?) on conflict do nothing",
                Secrets.hash(what),
                until);
        if (fresh == 0) {
            throw new SamlRefusedException(Reason.REPLAYED, "the message was taken before");
        }
    }

    private static Asked take(Connection connection, String counter, String id, Instant now) throws SQLException {
        return Rows.first(
                        connection,
                        "delete from saml.request where id = ? and counter = ? and expires_at > ? returning browser,"
                                + " return_to, proved_after",
                        row -> new Asked(row.getBytes(1), row.getString(2), Rows.instant(row, "proved_after")),
                        id,
                        counter,
                        now)
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.UNSOLICITED, "the assertion answers no request of ours that is still open"));
    }

    private void sweep(Connection connection, Instant now) throws SQLException {
        long last = swept.get();
        if (now.toEpochMilli() >= last + BETWEEN_SWEEPS.toMillis() && swept.compareAndSet(last, now.toEpochMilli())) {
            Rows.update(connection, "delete from saml.request where expires_at < ?", now);
            Rows.update(connection, "delete from saml.seen where expires_at < ?", now);
            Rows.update(connection, "delete from saml.parked where expires_at < ?", now);
            Rows.update(connection, "delete from saml.visit where expires_at < ?", now);
        }
    }

    private record Asked(byte[] browser, String returnTo, @Nullable Instant provedAfter) {}
}
