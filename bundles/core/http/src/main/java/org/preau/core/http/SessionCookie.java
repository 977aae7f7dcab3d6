package org.preau.core.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** The cookie of the user interface's session, as the container writes it. */
final class SessionCookie {
    private static final String NAME = "JSESSIONID=";
    private static final String HEADER = "Set-Cookie";

    private SessionCookie() {}

    /** Adds {@code Secure} to it: the container does not know that a proxy speaks TLS for it. */
    static void secure(HttpServletResponse response) {
        List<String> cookies = List.copyOf(response.getHeaders(HEADER));
        if (cookies.stream().noneMatch(SessionCookie::isOpen)) {
            return;
        }
        boolean first = true;
        for (String cookie : cookies) {
            String line = isOpen(cookie) ? cookie + "; Secure" : cookie;
            if (first) {
                response.setHeader(HEADER, line);
            } else {
                response.addHeader(HEADER, line);
            }
            first = false;
        }
    }

    private static boolean isOpen(String cookie) {
        return cookie.startsWith(NAME) && !cookie.contains("; Secure");
    }
}
