package org.preau.core.saml.counter;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells that the browser that comes back is the one that began: random, below the counter's path only, not sent with other sites' forms (and not needed there). */
final class BrowserCookie {
    private static final String NAME = "preau-saml";

    private BrowserCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Stream.of(cookies))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[0-9a-f]{64}"))
                .findFirst();
    }

    /** The browser's word, a new one if it has none. */
    static String ensure(HttpServletRequest request, HttpServletResponse response, String path, boolean secure) {
        String value = read(request).orElseGet(Secrets::next);
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath(path);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return value;
    }
}
