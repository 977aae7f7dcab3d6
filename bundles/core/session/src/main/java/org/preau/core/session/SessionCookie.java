package org.preau.core.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.preau.api.signin.PortalSessions;

/** The cookie that carries the token: for the browser's session only, out of reach of scripts, not sent by other sites' forms. */
final class SessionCookie {
    private SessionCookie() {}

    static Optional<SessionToken> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(PortalSessions.COOKIE))
                .flatMap(cookie -> SessionToken.read(cookie.getValue()).stream())
                .findFirst();
    }

    static void set(HttpServletResponse response, SessionToken token, boolean secure) {
        response.addCookie(cookie(token.text(), secure));
    }

    static void clear(HttpServletResponse response, boolean secure) {
        Cookie cookie = cookie("", secure);
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private static Cookie cookie(String value, boolean secure) {
        Cookie cookie = new Cookie(PortalSessions.COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
