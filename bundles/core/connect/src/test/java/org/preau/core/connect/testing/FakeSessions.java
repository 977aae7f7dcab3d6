package org.preau.core.connect.testing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Structure;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** Sessions in memory; the cookie's value is the session's id. */
public final class FakeSessions implements PortalSessions {
    private final Map<UUID, PortalSession> running = new ConcurrentHashMap<>();
    private final Map<UUID, List<PortalSession.Context>> further = new ConcurrentHashMap<>();
    private final List<UUID> touched = new ArrayList<>();

    /** Signs somebody in, long ago. */
    public PortalSession signIn(String login, Profile profile, Structure structure) {
        return signIn(login, profile, structure, Instant.EPOCH);
    }

    /** Signs somebody in at that time. */
    public PortalSession signIn(String login, Profile profile, Structure structure, Instant since) {
        PortalSession session = new PortalSession(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                login,
                "Given",
                "Family",
                "local",
                since,
                new PortalSession.Context(profile, structure.id(), structure.name(), structure.code(), null));
        running.put(session.id(), session);
        return session;
    }

    /** He is that in another school too. */
    public void alsoIn(PortalSession session, Profile profile, Structure structure) {
        further.computeIfAbsent(session.id(), unused -> new ArrayList<>())
                .add(new PortalSession.Context(profile, structure.id(), structure.name(), structure.code(), null));
    }

    /** Ends a session. */
    public void end(PortalSession session) {
        running.remove(session.id());
    }

    /** The sessions that were told of an act. */
    public List<UUID> touched() {
        return touched;
    }

    @Override
    public Optional<PortalSession> current(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
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
    public List<PortalSession.Context> contextsOf(PortalSession session) {
        List<PortalSession.Context> all = new ArrayList<>(List.of(session.context()));
        all.addAll(further.getOrDefault(session.id(), List.of()));
        return all;
    }

    @Override
    public PortalSession switchTo(UUID sessionId, PortalSession.Context context) {
        PortalSession before = Objects.requireNonNull(running.get(sessionId));
        PortalSession after = new PortalSession(
                before.id(),
                before.accountId(),
                before.personId(),
                before.login(),
                before.firstName(),
                before.lastName(),
                before.counter(),
                before.since(),
                context);
        running.put(sessionId, after);
        return after;
    }

    @Override
    public void revoke(Subject by, UUID sessionId) {
        running.remove(sessionId);
    }

    @Override
    public int revokeAccount(Subject by, UUID accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int revokeAll(Subject by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<PortalSession> list(PageRequest page) {
        return new Page<>(List.copyOf(running.values()), running.size());
    }
}
