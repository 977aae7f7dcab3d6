package org.preau.sso.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.core.connect.testing.PortalServer;

/** A browser, and a service's back end, in front of one node; follows no redirect. */
final class Browser {
    /** PKCE verifier of every request made by {@link #request}. */
    static final String VERIFIER = "0123456789-0123456789-0123456789-0123456789";

    private final HttpClient http = HttpClient.newHttpClient();
    private final PortalServer server;

    Browser(PortalServer server) {
        this.server = server;
    }

    /** A sound authorization request of {@code quiz}, with these parameters changed; an empty value takes one away. */
    static Map<String, String> request(String... changes) {
        Map<String, String> request = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "quiz",
                "redirect_uri", OidcWorld.REDIRECT,
                "scope", "openid profile email",
                "state", "a state",
                "nonce", "a-nonce",
                "code_challenge", Secrets.challenge(VERIFIER),
                "code_challenge_method", "S256"));
        return changed(request, changes);
    }

    /** A sound token request of {@code quiz} for that code. */
    static Map<String, String> redemption(String code, String... changes) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                OidcWorld.REDIRECT,
                "code_verifier",
                VERIFIER));
        return changed(form, changes);
    }

    private static Map<String, String> changed(Map<String, String> values, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                values.remove(changes[i]);
            } else {
                values.put(changes[i], changes[i + 1]);
            }
        }
        return values;
    }

    HttpResponse<String> authorize(Map<String, String> request, @Nullable PortalSession session) {
        return get("/sso/oidc/authorize?" + encoded(request), session);
    }

    /** The code that a sound request brings. */
    String code(Map<String, String> request, PortalSession session) {
        return answer(authorize(request, session)).get("code");
    }

    /** Parameters of the address that the browser is sent to. */
    static Map<String, String> answer(HttpResponse<String> response) {
        String location = location(response);
        Map<String, String> answer = new LinkedHashMap<>();
        for (String pair : location.substring(location.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            answer.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return answer;
    }

    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
    }

    HttpResponse<String> get(String path, @Nullable PortalSession session) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address(path)));
        if (session != null) {
            request.header("Cookie", PortalSessions.COOKIE + "=" + session.id());
        }
        return send(request);
    }

    HttpResponse<String> bearer(String path, String token) {
        return send(
                HttpRequest.newBuilder(URI.create(server.address(path))).header("Authorization", "Bearer " + token));
    }

    /** Posts a form, with a cookie or as a client with a secret. */
    HttpResponse<String> post(
            String path, String form, @Nullable PortalSession session, @Nullable String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (session != null) {
            request.header("Cookie", PortalSessions.COOKIE + "=" + session.id());
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    /** A token request of {@code quiz}. */
    HttpResponse<String> token(Map<String, String> form) {
        return post("/sso/oidc/token", encoded(form), null, basic("quiz", OidcWorld.SECRET));
    }

    /** The tokens of {@code quiz} for a fresh code. */
    Map<String, Object> tokens(PortalSession session, String... changes) {
        return json(token(redemption(code(request(changes), session))));
    }

    static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, Object> json(HttpResponse<String> response) {
        try {
            return JSONObjectUtils.parse(response.body());
        } catch (ParseException e) {
            throw new AssertionError(response.statusCode() + " " + response.body(), e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
