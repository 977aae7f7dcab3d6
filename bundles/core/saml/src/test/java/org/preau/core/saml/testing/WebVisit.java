package org.preau.core.saml.testing;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request to an endpoint and what it answered, without any server. */
public final class WebVisit {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final List<Cookie> set = new ArrayList<>();
    private final StringWriter text = new StringWriter();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String method;
    private final String path;
    private final @Nullable String query;
    private byte[] body = new byte[0];
    private String contentType = "application/x-www-form-urlencoded";
    private int status = 200;

    private WebVisit(String method, String address) {
        URI uri = URI.create(address);
        this.method = method;
        this.path = uri.getPath();
        this.query = uri.getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            with(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
    }

    /** A GET of an address of the portal. */
    public static WebVisit get(String address) {
        return new WebVisit("GET", address);
    }

    /** A POST to an address of the portal. */
    public static WebVisit post(String address) {
        return new WebVisit("POST", address);
    }

    /** With a parameter. */
    public WebVisit with(String name, String value) {
        parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        return this;
    }

    /** With a body instead of a form. */
    public WebVisit with(byte[] sent, String type) {
        body = sent.clone();
        contentType = type;
        return this;
    }

    /** With a cookie. */
    public WebVisit cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    /** With the cookies that an earlier answer set. */
    public WebVisit after(WebVisit earlier) {
        cookies.addAll(earlier.set);
        return this;
    }

    /** What answers requests. */
    public interface Answering {
        /** Answers. */
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** Goes there. */
    public WebVisit to(Answering endpoint) {
        try {
            endpoint.handle(request(), response());
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Status of the answer. */
    public int status() {
        return status;
    }

    /** Text of the answer. */
    public String text() {
        return bytes.size() > 0 ? bytes.toString(StandardCharsets.UTF_8) : text.toString();
    }

    /** Where the answer leads. */
    public String location() {
        return Objects.requireNonNull(headers.get("Location"), () -> status + " " + text());
    }

    /** A header of the answer, or nothing. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The value of a hidden field of the page. */
    public String field(String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(text());
        if (!found.find()) {
            throw new AssertionError("no field " + name + " in " + status + " " + text());
        }
        return found.group(1).replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'");
    }

    /** The request as endpoints see it. */
    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (self, called, arguments) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getServletPath" -> path;
            case "getRequestURI" -> path;
            case "getPathInfo" -> null;
            case "getQueryString" -> query;
            case "getContentType" -> contentType;
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(new Cookie[0]);
            case "getParameter" ->
                parameters.getOrDefault((String) arguments[0], List.of()).stream()
                        .findFirst()
                        .orElse(null);
            case "getParameterValues" -> {
                List<String> values = parameters.get((String) arguments[0]);
                yield values == null ? null : values.toArray(new String[0]);
            }
            case "getInputStream" -> new Body(new ByteArrayInputStream(body));
            case "getRemoteAddr" -> "192.0.2.7";
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    /** The answer as endpoints write it. */
    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (self, called, arguments) -> {
            switch (called.getName()) {
                case "setStatus" -> status = (Integer) arguments[0];
                case "setHeader", "addHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                case "addCookie" -> set.add((Cookie) arguments[0]);
                case "getWriter" -> {
                    return new PrintWriter(text, true);
                }
                case "getOutputStream" -> {
                    return new Sink(bytes);
                }
                default -> throw new UnsupportedOperationException(called.getName());
            }
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream in;

        private Body(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(jakarta.servlet.ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Sink extends ServletOutputStream {
        private final ByteArrayOutputStream out;

        private Sink(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            out.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
