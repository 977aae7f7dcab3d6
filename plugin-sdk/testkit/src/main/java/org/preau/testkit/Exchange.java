package org.preau.testkit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response without a servlet container: what endpoints and pages use of them, anything else fails.
 *
 * <pre>{@code
 * Exchange exchange = Exchange.post("/signin/badge").parameter("number", "42");
 * endpoint.handle(exchange.request(), exchange.response());
 * assertThat(exchange.status()).isEqualTo(303);
 * }</pre>
 */
public final class Exchange {
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> parameters = new TreeMap<>();
    private final Map<String, Object> attributes = new TreeMap<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final List<Cookie> set = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), true);
    private String remote = "203.0.113.7";
    private int status = 200;

    private Exchange(String method, String address) {
        int mark = address.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? address : address.substring(0, mark);
        this.query = mark < 0 ? null : address.substring(mark + 1);
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameter(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A GET; the servlet path is the first part of the path, the path info the rest. */
    public static Exchange get(String address) {
        return new Exchange("GET", address);
    }

    /** A POST. */
    public static Exchange post(String address) {
        return new Exchange("POST", address);
    }

    /** A request by another method. */
    public static Exchange of(String method, String address) {
        return new Exchange(method, address);
    }

    /** With a header. */
    public Exchange header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    /** With a parameter of a form; the same name again is a further value. Those of the query are there already. */
    public Exchange parameter(String name, String value) {
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    /** With a cookie. */
    public Exchange cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    /** From the same browser: with the cookies that an earlier answer set. */
    public Exchange after(Exchange earlier) {
        earlier.set.forEach(each -> cookie(each.getName(), each.getValue()));
        return this;
    }

    /** From that address. */
    public Exchange from(String address) {
        remote = address;
        return this;
    }

    /** The status answered. */
    public int status() {
        return status;
    }

    /** What was answered, as text. */
    public String body() {
        writer.flush();
        return body.toString(StandardCharsets.UTF_8);
    }

    /** What was answered. */
    public byte[] bytes() {
        writer.flush();
        return body.toByteArray();
    }

    /** The last value of a header of the answer, or null. */
    public @Nullable String answer(String name) {
        List<String> values = answered.get(name);
        return values == null ? null : values.get(values.size() - 1);
    }

    /** Where the answer leads the browser; empty when nowhere. */
    public String location() {
        String to = answer("Location");
        return to == null ? "" : to;
    }

    /** All values of a header of the answer. */
    public List<String> answers(String name) {
        return answered.getOrDefault(name, List.of());
    }

    /** The cookie the answer sets, or null. */
    public @Nullable Cookie answeredCookie(String name) {
        return set.stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The cookies the answer sets. */
    public List<Cookie> answeredCookies() {
        return List.copyOf(set);
    }

    /** The request. */
    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, this::ask);
    }

    /** The response. */
    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, this::tell);
    }

    private @Nullable Object ask(String name, Object[] arguments) {
        int second = path.indexOf("/", 1);
        return switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getServletPath" -> second < 0 ? path : path.substring(0, second);
            case "getPathInfo" -> second < 0 ? null : path.substring(second);
            case "getHeader" ->
                headers.containsKey(arguments[0]) ? headers.get(arguments[0]).get(0) : null;
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
            case "getParameter" ->
                parameters.containsKey(arguments[0])
                        ? parameters.get(arguments[0]).get(0)
                        : null;
            case "getParameterValues" ->
                parameters.containsKey(arguments[0])
                        ? parameters.get(arguments[0]).toArray(String[]::new)
                        : null;
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            case "getRemoteAddr" -> remote;
            case "getLocales" ->
                Collections.enumeration(
                        Locale.LanguageRange.parse(
                                        String.join(",", headers.getOrDefault("Accept-Language", List.of("de"))))
                                .stream()
                                .map(range -> Locale.forLanguageTag(range.getRange()))
                                .toList());
            case "getSession" -> null;
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            default -> throw new UnsupportedOperationException(name);
        };
    }

    private @Nullable Object tell(String name, Object[] arguments) {
        switch (name) {
            case "setStatus", "sendError" -> status = (Integer) arguments[0];
            case "sendRedirect" -> {
                status = HttpServletResponse.SC_FOUND;
                answered.put("Location", List.of((String) arguments[0]));
            }
            case "setHeader" ->
                answered.put((String) arguments[0], new ArrayList<>(Arrays.asList((String) arguments[1])));
            case "addHeader" ->
                answered.computeIfAbsent((String) arguments[0], key -> new ArrayList<>())
                        .add((String) arguments[1]);
            case "getHeaders" -> {
                return answers((String) arguments[0]);
            }
            case "setContentType" -> answered.put("Content-Type", List.of((String) arguments[0]));
            case "setContentLength" -> answered.put("Content-Length", List.of(String.valueOf(arguments[0])));
            case "addCookie" -> set.add((Cookie) arguments[0]);
            case "isCommitted" -> {
                return false;
            }
            case "getStatus" -> {
                return status;
            }
            case "resetBuffer" -> body.reset();
            case "getWriter" -> {
                return writer;
            }
            case "getOutputStream" -> {
                return new Sink(body);
            }
            default -> throw new UnsupportedOperationException(name);
        }
        return null;
    }

    private interface Call {
        @Nullable
        Object on(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, called, arguments) -> call.on(called.getName(), arguments == null ? new Object[0] : arguments)));
    }

    private static final class Sink extends ServletOutputStream {
        private final ByteArrayOutputStream out;

        Sink(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            out.write(b);
        }
    }
}
