package org.preau.signin.agent;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that ties a sign-in under way to its browser, so that nobody can be signed in with somebody else's answer. */
final class BrowserCookie {
    static final String NAME = "preau_agent";
    private static final int SECONDS = 900;

    private BrowserCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .findFirst();
    }

    static void set(HttpServletResponse response, String value, boolean secure) {
        response.addCookie(cookie(value, SECONDS, secure));
    }

    static void clear(HttpServletResponse response, boolean secure) {
        response.addCookie(cookie("", 0, secure));
    }

    private static Cookie cookie(String value, int seconds, boolean secure) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath(AgentCounter.PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
