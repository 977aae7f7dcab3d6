package org.preau.core.session;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.preau.api.signin.PortalSession;

/** A running session in this node's memory: what the database said, and the acts seen since. Safe on any thread. */
final class LiveSession {
    private final SessionRow row;
    private final PortalSession session;
    private final AtomicLong lastAct;
    private final AtomicLong written;

    LiveSession(SessionRow row, PortalSession session) {
        this.row = row;
        this.session = session;
        this.lastAct = new AtomicLong(row.lastAct().toEpochMilli());
        this.written = new AtomicLong(row.lastAct().toEpochMilli());
    }

    SessionRow row() {
        return row;
    }

    PortalSession session() {
        return session;
    }

    boolean running(SessionLimits limits, Instant now) {
        return limits.running(row.created(), Instant.ofEpochMilli(lastAct.get()), now);
    }

    /** Notes an act; says whether it is time to write it to the database. */
    boolean touched(Instant at) {
        long now = at.toEpochMilli();
        lastAct.accumulateAndGet(now, Math::max);
        long before = written.get();
        return now - before >= SessionLimits.WRITTEN_EVERY.toMillis() && written.compareAndSet(before, now);
    }
}
