package org.preau.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/** A request below a reserved path: an HTTP session there may be used, and never made; parameters that cannot be decoded are the sender's fault, not the endpoint's. */
final class SessionlessRequest extends HttpServletRequestWrapper {
    SessionlessRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    @SuppressWarnings("NullAway") // the servlet contract: null for a parameter that is not there
    public String getParameter(String name) {
        return decoded(() -> super.getParameter(name));
    }

    @Override
    @SuppressWarnings("NullAway") // the servlet contract: null for a parameter that is not there
    public String[] getParameterValues(String name) {
        return decoded(() -> super.getParameterValues(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return decoded(super::getParameterMap);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return decoded(super::getParameterNames);
    }

    private static <T extends @Nullable Object> T decoded(Supplier<T> parameters) {
        try {
            return parameters.get();
        } catch (PortalException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PortalException(ErrorCode.INVALID_INPUT, "the parameters of the request cannot be read", e);
        }
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
