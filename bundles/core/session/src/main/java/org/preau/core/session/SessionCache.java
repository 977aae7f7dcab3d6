package org.preau.core.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions this node has met lately, bounded; the longest unused go first. Safe on any thread. */
final class SessionCache {
    private final Map<UUID, SessionToken.TokenHash> hashes = new HashMap<>();
    private final LinkedHashMap<SessionToken.TokenHash, LiveSession> sessions;
    private long drops;

    SessionCache(int most) {
        this.sessions = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SessionToken.TokenHash, LiveSession> eldest) {
                boolean over = size() > most;
                if (over) {
                    hashes.remove(eldest.getValue().row().id());
                }
                return over;
            }
        };
    }

    synchronized Optional<LiveSession> get(SessionToken.TokenHash hash) {
        return Optional.ofNullable(sessions.get(hash));
    }

    synchronized Optional<LiveSession> get(UUID id) {
        SessionToken.@Nullable TokenHash hash = hashes.get(id);
        return hash == null ? Optional.empty() : get(hash);
    }

    /** To be taken before a session is read from the database, and given to {@link #put}. */
    synchronized long mark() {
        return drops;
    }

    /** Keeps a session, unless something was dropped since {@code mark}: it might have been this one. */
    synchronized void put(long mark, LiveSession live) {
        if (mark == drops) {
            sessions.put(live.row().tokenHash(), live);
            hashes.put(live.row().id(), live.row().tokenHash());
        }
    }

    synchronized void drop(Collection<UUID> ids) {
        drops++;
        for (UUID id : ids) {
            SessionToken.@Nullable TokenHash hash = hashes.remove(id);
            if (hash != null) {
                sessions.remove(hash);
            }
        }
    }

    synchronized void dropAll() {
        drops++;
        sessions.clear();
        hashes.clear();
    }

    synchronized int size() {
        return sessions.size();
    }
}
