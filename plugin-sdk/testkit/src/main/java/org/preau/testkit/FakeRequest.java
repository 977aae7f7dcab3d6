package org.preau.testkit;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The request of an {@link Exchange}: what endpoints and pages ask of one, anything else fails. */
final class FakeRequest {
    final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, List<String>> parameters = new TreeMap<>();
    final List<Cookie> cookies = new ArrayList<>();
    String remote = "203.0.113.7";
    boolean session;
    private final Map<String, Object> attributes = new TreeMap<>();
    private final String method;
    private final String path;
    private final @Nullable String query;

    FakeRequest(String method, String address) {
        int mark = address.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? address : address.substring(0, mark);
        this.query = mark < 0 ? null : address.substring(mark + 1);
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    add(parameters, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
    }

    static void add(Map<String, List<String>> to, String name, String value) {
        to.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    HttpServletRequest servlet() {
        return StandIn.of(HttpServletRequest.class, this::answer);
    }

    private @Nullable Object answer(String name, Object[] arguments) {
        int second = path.indexOf("/", 1);
        return switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getServletPath" -> second < 0 ? path : path.substring(0, second);
            case "getPathInfo" -> second < 0 ? null : path.substring(second);
            case "getHeader" -> first(headers, arguments[0]);
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
            case "getParameter" -> first(parameters, arguments[0]);
            case "getParameterValues" ->
                parameters.containsKey(arguments[0])
                        ? parameters.get(arguments[0]).toArray(String[]::new)
                        : null;
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            case "getRemoteAddr" -> remote;
            case "getLocales" -> Collections.enumeration(locales());
            case "getSession" -> session ? StandIn.of(HttpSession.class, this::ofSession) : null;
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            default -> throw new UnsupportedOperationException(name);
        };
    }

    private @Nullable Object ofSession(String name, Object[] arguments) {
        if (!name.equals("invalidate")) {
            throw new UnsupportedOperationException(name);
        }
        session = false;
        return null;
    }

    private List<Locale> locales() {
        String accepted = String.join(",", headers.getOrDefault("Accept-Language", List.of("de")));
        return Locale.LanguageRange.parse(accepted).stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .toList();
    }

    private static @Nullable String first(Map<String, List<String>> of, Object name) {
        return of.containsKey(name) ? of.get(name).get(0) : null;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
