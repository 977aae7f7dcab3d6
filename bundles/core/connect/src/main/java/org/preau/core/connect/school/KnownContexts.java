package org.preau.core.connect.school;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;

/** The contexts of sessions that were asked for a moment ago: one sign-in asks two to four times, and each would be several queries. What changed meanwhile is checked again when a context is switched to. */
final class KnownContexts {
    private static final int MOST = 2_000;
    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private final Map<UUID, Known> known = new LinkedHashMap<>();

    private record Known(Context at, List<Context> all, long since) {}

    List<Context> of(PortalSession session, Function<PortalSession, List<Context>> asked) {
        Known there = get(session.id());
        if (there != null && there.at().equals(session.context()) && System.nanoTime() - there.since() < FRESH_NANOS) {
            return there.all();
        }
        List<Context> all = List.copyOf(asked.apply(session));
        put(session.id(), new Known(session.context(), all, System.nanoTime()));
        return all;
    }

    synchronized void drop(UUID session) {
        known.remove(session);
    }

    private synchronized @Nullable Known get(UUID session) {
        return known.get(session);
    }

    private synchronized void put(UUID session, Known fresh) {
        known.remove(session);
        known.put(session, fresh);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
