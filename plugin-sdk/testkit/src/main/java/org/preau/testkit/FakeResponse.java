package org.preau.testkit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The response of an {@link Exchange}: what endpoints and pages tell one, anything else fails. */
final class FakeResponse {
    final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final List<Cookie> cookies = new ArrayList<>();
    int status = HttpServletResponse.SC_OK;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), true);

    byte[] bytes() {
        writer.flush();
        return body.toByteArray();
    }

    HttpServletResponse servlet() {
        return StandIn.of(HttpServletResponse.class, this::answer);
    }

    private @Nullable Object answer(String name, Object[] arguments) {
        return switch (name) {
            case "isCommitted" -> false;
            case "getStatus" -> status;
            case "getHeaders" -> headers.getOrDefault(arguments[0], List.of());
            case "getWriter" -> writer;
            case "getOutputStream" -> new Sink(body);
            default -> {
                take(name, arguments);
                yield null;
            }
        };
    }

    private void take(String name, Object[] arguments) {
        switch (name) {
            case "setStatus", "sendError" -> status = (Integer) arguments[0];
            case "sendRedirect" -> {
                status = HttpServletResponse.SC_FOUND;
                headers.put("Location", List.of((String) arguments[0]));
            }
            case "setHeader" ->
                headers.put((String) arguments[0], new ArrayList<>(Arrays.asList((String) arguments[1])));
            case "addHeader" -> FakeRequest.add(headers, (String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", List.of((String) arguments[0]));
            case "setContentLength" -> headers.put("Content-Length", List.of(String.valueOf(arguments[0])));
            case "addCookie" -> cookies.add((Cookie) arguments[0]);
            case "resetBuffer" -> body.reset();
            default -> throw new UnsupportedOperationException(name);
        }
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
