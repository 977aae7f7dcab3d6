package org.preau.signin.agent;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Keeps what is under way, on all nodes together; everything is used once and forgotten in time. */
@Component(service = {Visits.class, Job.class})
public final class Visits implements Job {
    private static final Duration TIME = Duration.ofMinutes(15);
    private static final Duration SESSION = Duration.ofDays(2);
    private static final String KEY = "signin.agent";

    private final Tx tx;
    private final Keys keys;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public Visits(@Reference(target = "(preau.unit=signin_agent)") Tx tx, @Reference Keys keys) {
        this(tx, keys, Clock.systemUTC());
    }

    Visits(Tx tx, Keys keys, Clock clock) {
        this.tx = tx;
        this.keys = keys;
        this.clock = clock;
    }

    /** The time by which visits are kept. */
    Instant now() {
        return clock.instant();
    }

    void begin(String state, String browser, Visit visit) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into signin_agent.visit (state_hash, browser, nonce, verifier, return_to, expires, proved_after) values (?, ?, ?, ?, ?, ?, ?::timestamptz)",
                Secrets.hash(state),
                Secrets.hash(browser),
                visit.nonce(),
                seal(visit.verifier()),
                visit.returnTo(),
                clock.instant().plus(TIME),
                visit.provedAfter()));
    }

    /** The visit of that state, if it is this browser's; it is used up whoever brings it. */
    Optional<Visit> take(String state, String browser) {
        record Kept(byte[] browser, Visit visit) {}
        return tx.writeSql(connection -> Rows.first(
                        connection,
                        "delete from signin_agent.visit where state_hash = ? and expires > ? returning browser, nonce, verifier, return_to, proved_after",
                        row -> new Kept(
                                row.getBytes(1),
                                new Visit(
                                        row.getString(2),
                                        open(row.getBytes(3)),
                                        row.getString(4),
                                        Rows.instant(row, "proved_after"))),
                        Secrets.hash(state),
                        clock.instant())
                .filter(kept -> java.security.MessageDigest.isEqual(kept.browser(), Secrets.hash(browser)))
                .map(Kept::visit));
    }

    /**
     * A choice between accounts.
     *
     * @param accounts which
     * @param proof the provider's token, for sign-out
     * @param returnTo where to go at the end
     */
    record Choice(List<UUID> accounts, String proof, String returnTo) {}

    void offer(String token, Choice choice) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into signin_agent.choice (token_hash, accounts, proof, return_to, expires) values (?, ?, ?, ?, ?)",
                Secrets.hash(token),
                choice.accounts(),
                seal(choice.proof()),
                choice.returnTo(),
                clock.instant().plus(TIME)));
    }

    Optional<Choice> offered(String token) {
        return tx.readSql(connection -> Rows.first(
                connection,
                "select accounts, proof, return_to from signin_agent.choice where token_hash = ? and expires > ?",
                row -> new Choice(
                        List.of((UUID[]) row.getArray(1).getArray()), open(row.getBytes(2)), row.getString(3)),
                Secrets.hash(token),
                clock.instant()));
    }

    boolean choose(String token) {
        return tx.writeSql(connection -> Rows.update(
                        connection,
                        "delete from signin_agent.choice where token_hash = ? and expires > ?",
                        Secrets.hash(token),
                        clock.instant())
                == 1);
    }

    void opened(UUID sessionId, String proof) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into signin_agent.open_session (session_id, proof, opened) values (?, ?, ?) on conflict (session_id) do nothing",
                sessionId,
                seal(proof),
                clock.instant()));
    }

    /** The provider's token of a session that has ended; given once. */
    Optional<String> ended(UUID sessionId) {
        return tx.writeSql(connection -> Rows.first(
                connection,
                "delete from signin_agent.open_session where session_id = ? returning proof",
                row -> open(row.getBytes(1)),
                sessionId));
    }

    @Override
    public String name() {
        return "signin.agent.forget";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String instance) {
        Instant now = clock.instant();
        tx.writeSql(connection -> Rows.update(connection, "delete from signin_agent.visit where expires < ?", now)
                + Rows.update(connection, "delete from signin_agent.choice where expires < ?", now)
                + Rows.update(
                        connection, "delete from signin_agent.open_session where opened < ?", now.minus(SESSION)));
    }

    private byte[] seal(String text) {
        return keys.seal(KEY, text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(byte[] sealed) {
        return new String(keys.open(KEY, sealed), StandardCharsets.UTF_8);
    }
}
