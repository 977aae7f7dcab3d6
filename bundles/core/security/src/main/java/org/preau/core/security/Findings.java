package org.preau.core.security;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEventListener;
import org.preau.api.job.Job;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.NetworkPlaces;
import org.preau.api.signin.SessionOpened;
import org.preau.api.signin.SignInsFailing;
import org.preau.api.signin.Switchboard.Finding;

/** Watches the sign-ins: one account from two distant networks within ten minutes, or very often within an hour. Every node hears of a sign-in, one counts it. Forgets sign-ins after an hour, findings after ninety days. */
@Component(service = {Findings.class, PortalEventListener.class, Job.class})
public final class Findings implements PortalEventListener<SessionOpened>, Job {
    private static final Duration MINUTES = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BURST = 20;
    /** Nobody travels so far in ten minutes. */
    private static final double FAR_KILOMETRES = 200;

    private static final String READ = "select id, kind, account_id, network, count, at from security.finding ";

    /** There when the operator supplies a file of places. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable NetworkPlaces places;

    private final Tx tx;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public Findings(@Reference(target = "(preau.unit=security)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public Class<SessionOpened> type() {
        return SessionOpened.class;
    }

    @Override
    public void on(SessionOpened event) {
        Instant now = clock.instant();
        tx.writeSql(connection -> {
            int counted = Rows.update(
                    connection,
                    "insert into security.sign_in (session_id, account_id, network, at) values (?, ?, ?, ?) on conflict do nothing",
                    event.sessionId(),
                    event.accountId(),
                    event.network(),
                    now);
            if (counted == 1) {
                look(connection, event, now);
            }
            return counted;
        });
    }

    Page<Finding> latest(PageRequest page) {
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        READ + "order by at desc, id desc limit ? offset ?",
                        Findings::finding,
                        page.limit(),
                        page.offset()),
                (int) Rows.count(connection, "select count(*) from security.finding")));
    }

    List<Finding> of(UUID accountId) {
        return tx.readSql(connection -> Rows.list(
                connection, READ + "where account_id = ? order by at desc limit 20", Findings::finding, accountId));
    }

    @Override
    public String name() {
        return "security.forget";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofMinutes(30));
    }

    @Override
    public void run(String instance) {
        Instant now = clock.instant();
        tx.writeSql(connection ->
                Rows.update(connection, "delete from security.sign_in where at < ?", now.minus(REMEMBERED))
                        + Rows.update(connection, "delete from security.failing where at < ?", now.minus(REMEMBERED))
                        + Rows.update(connection, "delete from security.finding where at < ?", now.minus(KEPT)));
    }

    private void look(Connection connection, SessionOpened event, Instant now) throws SQLException {
        if (!event.network().isEmpty() && farAway(connection, event, now)) {
            note(connection, "networks", event.accountId(), now);
        }
        long often = Rows.count(
                connection,
                "select count(*) from security.sign_in where account_id = ? and at > ?",
                event.accountId(),
                now.minus(REMEMBERED));
        if (often > BURST) {
            note(connection, "burst", event.accountId(), now);
        }
    }

    /** Whether one of the account's last networks is far from this one; without a file of places any other network is. */
    private boolean farAway(Connection connection, SessionOpened event, Instant now) throws SQLException {
        NetworkPlaces known = places;
        return Rows.list(
                        connection,
                        "select distinct network from security.sign_in where account_id = ? and at > ? and network <> ? and network <> '' limit 20",
                        row -> row.getString(1),
                        event.accountId(),
                        now.minus(MINUTES),
                        event.network())
                .stream()
                .anyMatch(other -> known == null
                        || known.kilometresBetween(event.network(), other).orElse(FAR_KILOMETRES) >= FAR_KILOMETRES);
    }

    /** Sign-ins fail in numbers; the same news counts once. */
    void failing(SignInsFailing news) {
        Instant now = clock.instant();
        tx.writeSql(connection -> {
            int first = Rows.update(
                    connection,
                    "insert into security.failing (id, at) values (?, ?) on conflict do nothing",
                    news.id(),
                    now);
            UUID account = news.accountId();
            if (first == 1 && account != null) {
                note(connection, "failures", account, now);
            } else if (first == 1 && !news.network().isEmpty()) {
                Rows.update(
                        connection,
                        """
                        insert into security.finding as f (id, kind, network, day, count, at) values (?, 'network_failures', ?, ?, 1, ?)
                        on conflict (network, day) where kind = 'network_failures' do update set count = f.count + 1, at = excluded.at
                        """,
                        Ids.next(),
                        news.network(),
                        LocalDate.ofInstant(now, java.time.ZoneOffset.UTC),
                        now);
            }
            return first;
        });
    }

    private void note(Connection connection, String kind, UUID accountId, Instant now) throws SQLException {
        Rows.update(
                connection,
                """
                insert into security.finding as f (id, kind, account_id, day, count, at) values (?, ?, ?, ?, 1, ?)
                on conflict (account_id, kind, day) do update set count = f.count + 1, at = excluded.at
                """,
                Ids.next(),
                kind,
                accountId,
                LocalDate.ofInstant(now, java.time.ZoneOffset.UTC),
                now);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Rows.uuid(row, "id"),
                row.getString("kind"),
                row.getObject("account_id", UUID.class),
                row.getString("network"),
                row.getInt("count"),
                Objects.requireNonNull(Rows.instant(row, "at")));
    }
}
