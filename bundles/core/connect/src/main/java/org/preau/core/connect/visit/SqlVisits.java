package org.preau.core.connect.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Ids;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The visits in the database, shared by all nodes. Safe on any thread. */
@Component(service = SqlVisits.class)
public final class SqlVisits {
    /** Longer than any call: a visit that a node took on is free again after this, should the node die. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration LONGER_THAN_ANY_SESSION = Duration.ofDays(8);

    private final Tx tx;
    private final Clock clock;

    /** Keeps them in the schema {@code connect}. */
    @Activate
    public SqlVisits(@Reference(target = "(preau.unit=connect)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** Notes a visit; joins the running transaction. */
    void note(UUID session, String connector, String handle) {
        tx.writeSql(connection -> Rows.update(
                connection,
                """
                insert into connect.visit (id, session_id, connector, handle_hash, handle, noted)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                Ids.next(),
                session,
                connector,
                Hashes.of(handle),
                handle,
                clock.instant()));
    }

    /** Does something once the running transaction has committed. */
    void afterCommit(Runnable action) {
        tx.afterCommit(action);
    }

    /** These sessions are over: their services are to be told; gives how many visits. Of several nodes that say so one counts. */
    int end(Collection<UUID> sessions) {
        return tx.writeSql(connection -> Rows.update(
                connection,
                "update connect.visit set state = 'PENDING', next_try = ? where session_id = any (?) and state = 'OPEN'",
                clock.instant(),
                sessions));
    }

    /** All sign-ins at this service are over; gives how many. */
    int endAt(String connector) {
        return tx.writeSql(connection -> Rows.update(
                connection,
                "update connect.visit set state = 'PENDING', next_try = ? where connector = ? and state = 'OPEN'",
                clock.instant(),
                connector));
    }

    /** Takes on some visits that are due; no other node gets them for a while. */
    List<VisitRow> take(int some) {
        Instant now = clock.instant();
        return tx.writeSql(connection -> Rows.list(
                connection,
                """
                update connect.visit set next_try = ?
                where id in (select id from connect.visit where state = 'PENDING' and next_try <= ?
                             order by next_try limit ? for update skip locked)
                returning\s"""
                        + VisitRow.COLUMNS,
                VisitRow::of,
                now.plus(LEASE),
                now,
                some));
    }

    /** What came of telling the service, for good. */
    void settle(UUID visit, VisitRow.State state) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "update connect.visit set state = ?, settled = ?, next_try = null where id = ?",
                state,
                clock.instant(),
                visit));
    }

    /** The service did not answer: it is told again after that time. */
    void again(UUID visit, Duration after) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "update connect.visit set failures = failures + 1, next_try = ? where id = ? and state = 'PENDING'",
                clock.instant().plus(after),
                visit));
    }

    /** The visits of a session, the services in the order of their ids. */
    List<VisitRow> of(UUID session) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select " + VisitRow.COLUMNS
                        + " from connect.visit where session_id = ? order by connector, noted limit 500",
                VisitRow::of,
                session));
    }

    /** Forgets results that nobody looks at any more, and visits whose session cannot run any longer. */
    void forget() {
        Instant now = clock.instant();
        tx.writeSql(
                connection -> Rows.update(connection, "delete from connect.visit where settled < ?", now.minus(KEPT))
                        + Rows.update(
                                connection,
                                "delete from connect.visit where state = 'OPEN' and noted < ?",
                                now.minus(LONGER_THAN_ANY_SESSION))
                        + Rows.update(connection, "delete from connect.signed_out where made < ?", now.minus(KEPT)));
    }
}
