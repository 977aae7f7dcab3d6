package org.preau.core.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Events;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.SessionEnded;
import org.preau.api.signin.SessionFilter;
import org.preau.api.signin.SignInsRevoked;

/** Ends sessions, one or a million, in one statement; tells every node in pieces and leaves a trace. */
@Component(service = SessionEnds.class)
public final class SessionEnds {
    private static final int SESSIONS_AN_EVENT = 1_000;

    private final Tx tx;
    private final Events events;
    private final Audit audit;
    private final SessionBook book;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public SessionEnds(
            @Reference(target = "(preau.unit=session)") Tx tx,
            @Reference Events events,
            @Reference Audit audit,
            @Reference SessionBook book) {
        this(tx, events, audit, book, Clock.systemUTC());
    }

    SessionEnds(Tx tx, Events events, Audit audit, SessionBook book, Clock clock) {
        this.tx = tx;
        this.events = events;
        this.audit = audit;
        this.book = book;
        this.clock = clock;
    }

    int one(Subject by, String reason, UUID id) {
        return end(by, reason, "session:" + id, (connection, now) -> SqlEnds.one(connection, now, reason, id));
    }

    int ofToken(Subject by, String reason, SessionToken token) {
        return end(by, reason, "session:own", (connection, now) -> SqlEnds.ofToken(connection, now, reason, token));
    }

    int ofAccount(Subject by, String reason, UUID accountId) {
        return end(by, reason, "account:" + accountId, (connection, now) -> {
            events.publish(SignInsRevoked.of(List.of(accountId)));
            return SqlEnds.ofAccount(connection, now, reason, accountId);
        });
    }

    int ofDevice(Subject by, String reason, UUID deviceId) {
        return end(
                by,
                reason,
                "device:" + deviceId,
                (connection, now) -> SqlEnds.ofDevice(connection, now, reason, deviceId));
    }

    int all(Subject by, String reason) {
        return end(by, reason, "session:all", (connection, now) -> {
            events.publish(SignInsRevoked.ofEverybody());
            return SqlEnds.all(connection, now, reason);
        });
    }

    int where(Subject by, String reason, SessionFilter filter) {
        return end(by, reason, "session:filter", (connection, now) -> {
            List<SqlEnds.Ended> ended = SqlEnds.where(connection, now, reason, filter);
            List<UUID> accounts =
                    ended.stream().map(SqlEnds.Ended::accountId).distinct().toList();
            for (int from = 0; from < accounts.size(); from += SESSIONS_AN_EVENT) {
                events.publish(
                        SignInsRevoked.of(accounts.subList(from, Math.min(accounts.size(), from + SESSIONS_AN_EVENT))));
            }
            return ended.stream().map(SqlEnds.Ended::id).toList();
        });
    }

    int count(SessionFilter filter) {
        return tx.readSql(connection -> SqlEnds.count(connection, filter));
    }

    /** Ends some of the sessions whose time is over, without a trace in the audit; returns how many. */
    int overdue(SessionLimits limits) {
        return tx.writeSql(connection -> {
            List<UUID> ended = SqlEnds.overdue(connection, clock.instant(), limits, SESSIONS_AN_EVENT);
            tell(ended);
            return ended.size();
        });
    }

    int forget(Instant endedBefore) {
        return tx.writeSql(connection -> SqlEnds.forget(connection, endedBefore));
    }

    private int end(Subject by, String reason, String target, Ending ending) {
        return tx.writeSql(connection -> {
            List<UUID> ended = ending.run(connection, clock.instant());
            if (!ended.isEmpty()) {
                audit.record(
                        by,
                        "session.end",
                        target,
                        Map.of("reason", reason, "sessions", Integer.toString(ended.size())));
                tell(ended);
            }
            return ended.size();
        });
    }

    private void tell(List<UUID> ended) {
        for (int from = 0; from < ended.size(); from += SESSIONS_AN_EVENT) {
            events.publish(new SessionEnded(
                    List.copyOf(ended.subList(from, Math.min(ended.size(), from + SESSIONS_AN_EVENT)))));
        }
        tx.afterCommit(() -> book.drop(ended));
    }

    private interface Ending {
        List<UUID> run(Connection connection, Instant now) throws SQLException;
    }
}
