package org.preau.core.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.preau.api.signin.PortalSessions;

/** Sessions in memory; the cookie holds the session's id. */
public final class FakeSessions implements PortalSessions {
    private final Map<UUID, PortalSession> running = new ConcurrentHashMap<>();
    /** What {@link #contextsOf} gives. */
    public final List<Context> contexts = new ArrayList<>();
    /** The sessions touched, in order. */
    public final List<UUID> touched = new ArrayList<>();

    /** Opens a session for somebody of that profile. */
    public PortalSession open(Profile profile, String firstName) {
        PortalSession session = new PortalSession(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                firstName.toLowerCase(java.util.Locale.ROOT),
                firstName,
                "Martin",
                "local",
                Instant.EPOCH,
                context(profile, null));
        running.put(session.id(), session);
        return session;
    }

    /** A context in the one school there is. */
    public static Context context(Profile profile, @Nullable UUID child) {
        return new Context(profile, new UUID(0, 1), "Les Lilas", "0240001A", child);
    }

    /** Ends a session without telling anybody. */
    public void end(UUID id) {
        running.remove(id);
    }

    /** Ends all of them; tells which. */
    public Set<UUID> endAll() {
        Set<UUID> all = Set.copyOf(running.keySet());
        running.clear();
        return all;
    }

    @Override
    public Optional<PortalSession> current(HttpServletRequest request) {
        for (Cookie cookie : request.getCookies() == null ? new Cookie[0] : request.getCookies()) {
            if (cookie.getName().equals(COOKIE)) {
                return byId(UUID.fromString(cookie.getValue()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<PortalSession> byId(UUID sessionId) {
        return Optional.ofNullable(running.get(sessionId));
    }

    @Override
    public void touch(UUID sessionId) {
        touched.add(sessionId);
    }

    @Override
    public List<Context> contextsOf(PortalSession session) {
        return contexts.isEmpty() ? List.of(session.context()) : List.copyOf(contexts);
    }

    @Override
    public PortalSession switchTo(UUID sessionId, Context context) {
        PortalSession old = running.get(sessionId);
        if (old == null) {
            throw new IllegalStateException("no such session");
        }
        PortalSession now = new PortalSession(
                old.id(),
                old.accountId(),
                old.personId(),
                old.login(),
                old.firstName(),
                old.lastName(),
                old.counter(),
                old.since(),
                context);
        running.put(sessionId, now);
        return now;
    }

    @Override
    public void revoke(Subject by, UUID sessionId) {
        running.remove(sessionId);
    }

    @Override
    public int revokeAccount(Subject by, UUID accountId) {
        return 0;
    }

    @Override
    public int revokeAll(Subject by) {
        return 0;
    }

    @Override
    public Page<PortalSession> list(PageRequest page) {
        return new Page<>(List.copyOf(running.values()), running.size());
    }
}
