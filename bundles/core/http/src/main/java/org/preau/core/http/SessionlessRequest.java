package org.preau.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** A request below a reserved path: an HTTP session there may be used, and never made. */
final class SessionlessRequest extends HttpServletRequestWrapper {
    SessionlessRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    @SuppressWarnings("NullAway") // the servlet contract allows null when none may be made
    public HttpSession getSession(boolean create) {
        @Nullable HttpSession session = super.getSession(false);
        if (session == null && create) {
            throw new IllegalStateException("an endpoint must not make an HTTP session");
        }
        return session;
    }
}
