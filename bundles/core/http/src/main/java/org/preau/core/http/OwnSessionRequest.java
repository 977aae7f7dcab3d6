package org.preau.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A request whose new session never carries an id that the client brought. Pax Web gives a new session the id of the cookie, known or not; here it gets a fresh one at once (session
 * fixation, OWASP ASVS 3.2.1).
 */
final class OwnSessionRequest extends HttpServletRequestWrapper {
    private final Runnable made;

    /**
     * A request.
     *
     * @param made called after a session got a new id
     */
    OwnSessionRequest(HttpServletRequest request, Runnable made) {
        super(request);
        this.made = made;
    }

    @Override
    public String changeSessionId() {
        String id = super.changeSessionId();
        made.run();
        return id;
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    @SuppressWarnings("NullAway") // the servlet contract allows null when none may be made
    public HttpSession getSession(boolean create) {
        @Nullable HttpSession session = super.getSession(false);
        if (session != null || !create) {
            return session;
        }
        boolean brought = getRequestedSessionId() != null;
        HttpSession fresh = super.getSession(true);
        if (brought) {
            super.changeSessionId();
        }
        made.run();
        return fresh;
    }
}
