package org.preau.core.shell.bridge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.core.shell.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may reach the user interface: only the browser of a running portal session, with the user interface session that was made for it. Everybody else is sent to sign in, or told that his session is over; nothing
 * of the user interface is made for him.
 */
final class SessionGate {
    private static final Logger log = LoggerFactory.getLogger(SessionGate.class);

    /** The portal session's id, in the request that was let in and in the HTTP session made for it. */
    static final String BOUND = "preau.session";

    /** Which servlet an HTTP session was made by: those of one before this, left by an update of the shell, are of no use. */
    static final String MAKER = "preau.shell";

    private final Neighbours neighbours;
    private final UUID maker;

    SessionGate(Neighbours neighbours, UUID maker) {
        this.neighbours = neighbours;
        this.maker = maker;
    }

    /** Lets the request in, or answers it. */
    boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PortalSessions sessions = neighbours.sessions().orElse(null);
        if (sessions == null) {
            refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return false;
        }
        Optional<PortalSession> portal = sessions.current(request);
        HttpSession http = request.getSession(false);
        Object bound = http == null ? null : http.getAttribute(BOUND);
        boolean stranger = bound != null
                && !portal.map(session -> session.id().equals(bound)).orElse(false);
        boolean stale = bound != null && http != null && !maker.equals(http.getAttribute(MAKER));
        if (http != null && (stranger || stale)) {
            drop(http);
        }
        if (portal.isEmpty() || stranger || (stale && !isDocument(request))) {
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED);
            return false;
        }
        UUID id = portal.get().id();
        request.setAttribute(BOUND, id);
        if (isAct(request)) {
            sessions.touch(id);
        }
        return true;
    }

    private static void drop(HttpSession http) {
        try {
            http.invalidate();
        } catch (RuntimeException e) {
            log.debug("what an earlier user interface left in a session could not be ended by it", e);
        }
    }

    /** The sign-in page that comes back to where the user was. */
    static String signIn(String pathAndQuery) {
        String back = pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery;
        return "/signin?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (isDocument(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", signIn(wanted(request)));
            return;
        }
        // Flow's browser side takes 403 on a heartbeat, and 401 elsewhere, as the end of the session: it loads the page
        // again, and is sent to sign in.
        boolean heartbeat = "heartbeat".equals(kind(request)) && status == HttpServletResponse.SC_UNAUTHORIZED;
        response.setStatus(heartbeat ? HttpServletResponse.SC_FORBIDDEN : status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().print(status == HttpServletResponse.SC_UNAUTHORIZED ? "session expired" : "not now");
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static boolean isDocument(HttpServletRequest request) {
        return kind(request) == null
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    private static boolean isAct(HttpServletRequest request) {
        return isDocument(request) || "uidl".equals(kind(request));
    }

    /** What Flow calls the type of a request; nothing for a page. Read from the query only: a body is never parsed here. */
    static @Nullable String kind(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (String part : query.split("&")) {
            if (part.startsWith("v-r=")) {
                return part.substring("v-r=".length());
            }
        }
        return null;
    }
}
