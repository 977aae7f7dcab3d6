package org.preau.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * Portal sessions, shared by all nodes. Looking one up costs no query on a warm node.
 *
 * @since 1.0
 */
@ProviderType
public interface PortalSessions {
    /** Name of the cookie that carries the token. */
    String COOKIE = "preau";

    /** The session of this request, if it is signed in, not ended, and its charter is accepted. Does not count as an act. */
    Optional<PortalSession> current(HttpServletRequest request);

    /** The session of that id, if it runs. */
    Optional<PortalSession> byId(UUID sessionId);

    /** Notes an act of the person's: idle time starts again. Cheap: written at most once a minute. */
    void touch(UUID sessionId);

    /** The contexts the user can choose from. */
    List<PortalSession.Context> contextsOf(PortalSession session);

    /** Changes the context to one of {@link #contextsOf}; publishes {@link SessionChanged}. */
    PortalSession switchTo(UUID sessionId, PortalSession.Context context);

    /** Ends a session, audited; publishes {@link SessionEnded}. */
    void revoke(Subject by, UUID sessionId);

    /** Ends all sessions of an account; returns how many. */
    int revokeAccount(Subject by, UUID accountId);

    /** Ends every session; returns how many. */
    int revokeAll(Subject by);

    /**
     * Ends the sessions that a filter names, in one statement; returns how many.
     *
     * @param exercise only counts them
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} unless ending sessions is allowed on every structure named, or on every academy when none is
     */
    default int revokeWhere(Subject by, SessionFilter filter, boolean exercise) {
        throw new UnsupportedOperationException();
    }

    /** The running sessions, the latest first. */
    Page<PortalSession> list(PageRequest page);
}
