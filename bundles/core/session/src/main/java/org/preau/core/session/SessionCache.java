package org.preau.core.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions this node has met lately, bounded; the longest unused go first, some at a time. Safe on any thread; every request asks it a few times, so finding takes no lock. */
final class SessionCache {
    private static final int SHARE_THAT_GOES = 16;

    private final Map<SessionToken.TokenHash, Kept> sessions = new ConcurrentHashMap<>();
    private final Map<UUID, Kept> byId = new ConcurrentHashMap<>();
    private final int most;
    private long drops;

    SessionCache(int most) {
        this.most = most;
    }

    private static final class Kept {
        private final LiveSession live;
        private volatile long used = System.nanoTime();

        Kept(LiveSession live) {
            this.live = live;
        }
    }

    private record Unused(long nanos, UUID id) {}

    Optional<LiveSession> get(SessionToken.TokenHash hash) {
        return used(sessions.get(hash));
    }

    Optional<LiveSession> get(UUID id) {
        return used(byId.get(id));
    }

    /** To be taken before a session is read from the database, and given to {@link #put}. */
    synchronized long mark() {
        return drops;
    }

    /** Keeps a session, unless something was dropped since {@code mark}: it might have been this one. */
    synchronized void put(long mark, LiveSession live) {
        if (mark == drops) {
            Kept kept = new Kept(live);
            sessions.put(live.row().tokenHash(), kept);
            byId.put(live.row().id(), kept);
            if (byId.size() > most) {
                forgetUnused();
            }
        }
    }

    synchronized void drop(Collection<UUID> ids) {
        drops++;
        ids.forEach(this::forget);
    }

    synchronized void dropAll() {
        drops++;
        sessions.clear();
        byId.clear();
    }

    int size() {
        return byId.size();
    }

    private void forgetUnused() {
        long now = System.nanoTime();
        List<Unused> all = new ArrayList<>();
        byId.forEach((id, kept) -> all.add(new Unused(now - kept.used, id)));
        all.sort(Comparator.comparingLong(Unused::nanos).reversed());
        all.subList(0, Math.max(1, most / SHARE_THAT_GOES)).forEach(each -> forget(each.id()));
    }

    private void forget(UUID id) {
        Kept kept = byId.remove(id);
        if (kept != null) {
            sessions.remove(kept.live.row().tokenHash());
        }
    }

    private static Optional<LiveSession> used(@Nullable Kept kept) {
        if (kept == null) {
            return Optional.empty();
        }
        kept.used = System.nanoTime();
        return Optional.of(kept.live);
    }
}
