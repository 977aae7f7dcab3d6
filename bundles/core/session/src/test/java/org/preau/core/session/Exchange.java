package org.preau.core.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request and its response, by hand: only what the endpoints here use. */
final class Exchange {
    final List<Cookie> set = new ArrayList<>();
    final Map<String, String> headers = new HashMap<>();
    int status = 200;
    String body = "";
    boolean httpSession;
    private final Map<String, String> parameters = new HashMap<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final String method;
    private final String path;

    private Exchange(String method, String address) {
        this.method = method;
        int query = address.indexOf('?');
        this.path = query < 0 ? address : address.substring(0, query);
        if (query >= 0) {
            for (String pair : address.substring(query + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                with(parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    static Exchange get(String address) {
        return new Exchange("GET", address);
    }

    static Exchange post(String address) {
        return new Exchange("POST", address);
    }

    Exchange with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Exchange cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    /** The same browser: brings the portal's cookie of an earlier exchange. */
    Exchange after(Exchange earlier) {
        earlier.set.forEach(cookie -> cookie(cookie.getName(), cookie.getValue()));
        return this;
    }

    Optional<Cookie> portalCookie() {
        return set.stream().filter(cookie -> cookie.getName().equals("preau")).findFirst();
    }

    String location() {
        return headers.getOrDefault("Location", "");
    }

    HttpServletRequest request() {
        return Fakes.of(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getParameter" -> parameters.get((String) arguments[0]);
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            case "getHeader" -> "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
            case "getRemoteAddr" -> "192.0.2.7";
            case "getSession" -> httpSession ? session() : null;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    HttpServletResponse response() {
        return Fakes.of(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "addCookie" -> set.add((Cookie) arguments[0]);
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                default -> throw new UnsupportedOperationException(name);
            }
            return null;
        });
    }

    private HttpSession session() {
        return Fakes.of(HttpSession.class, (name, arguments) -> {
            if (!name.equals("invalidate")) {
                throw new UnsupportedOperationException(name);
            }
            httpSession = false;
            return null;
        });
    }
}
