package org.preau.sso.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers to services, in JSON. */
final class JsonAnswers {
    private JsonAnswers() {}

    /** For one service's eyes. */
    static void write(HttpServletResponse response, Map<String, ?> values) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        send(response, values);
    }

    /** For everybody, browsers' scripts included. */
    static void publish(HttpServletResponse response, Map<String, ?> values) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("Access-Control-Allow-Origin", "*");
        send(response, values);
    }

    /** RFC 6749, 5.2. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.status());
        if (refusal.status() == HttpServletResponse.SC_UNAUTHORIZED && request.getHeader("Authorization") != null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"preau\"");
        }
        write(response, Map.of("error", refusal.code(), "error_description", refusal.description()));
    }

    /** A part of the portal is stopped: the same request is good again later. */
    static void later(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "30");
        write(response, Map.of("error", "temporarily_unavailable", "error_description", "try again later"));
    }

    private static void send(HttpServletResponse response, Map<String, ?> values) throws IOException {
        byte[] json = JSONObjectUtils.toJSONString(values).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
