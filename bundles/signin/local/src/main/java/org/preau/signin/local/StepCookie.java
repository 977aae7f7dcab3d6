package org.preau.signin.local;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that ties a sign-in under way to its browser; it opens nothing by itself. */
final class StepCookie {
    static final String NAME = "preau_step";
    private static final int SECONDS = 900;

    private StepCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .findFirst();
    }

    static void set(HttpServletResponse response, String token, boolean secure) {
        response.addCookie(cookie(token, SECONDS, secure));
    }

    static void clear(HttpServletResponse response, boolean secure) {
        response.addCookie(cookie("", 0, secure));
    }

    private static Cookie cookie(String value, int seconds, boolean secure) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath(LocalEndpoint.PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
