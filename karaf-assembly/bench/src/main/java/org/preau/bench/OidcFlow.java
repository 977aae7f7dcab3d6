package org.preau.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.preau.driver.PlainClient;

/** OpenID Connect as a service's library does it for a user who is signed in: code with PKCE, tokens for the code, userinfo. The same for every provider. */
final class OidcFlow implements SsoFlow {
    static final String CLIENT = "bench-oidc";
    static final String SECRET = "bench-secret-bench-secret-bench-secret";
    static final String REDIRECT = "http://127.0.0.1:9/bench/oidc";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlainClient service;
    private final String authorization;
    private final String token;
    private final String userinfo;

    /** Reads the provider's discovery document. */
    OidcFlow(PlainClient service, String issuer) throws IOException {
        HttpResponse<String> answer = service.get(issuer + "/.well-known/openid-configuration");
        if (answer.statusCode() != 200) {
            throw new AssertionError("no OpenID Connect at " + issuer + ": " + answer.statusCode());
        }
        JsonNode discovery = JSON.readTree(answer.body());
        this.service = service;
        authorization = discovery.get("authorization_endpoint").asText();
        token = discovery.get("token_endpoint").asText();
        userinfo = discovery.get("userinfo_endpoint").asText();
    }

    @Override
    public String begin() {
        return authorization(UUID.randomUUID().toString());
    }

    @Override
    public void once(PlainClient user) throws IOException {
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        HttpResponse<String> issued = user.get(authorization(verifier));
        String location = PlainClient.location(issued);
        if (!location.startsWith(REDIRECT) || !location.contains("code=")) {
            throw new AssertionError("no code: " + issued.statusCode() + " " + location + " " + issued.body());
        }
        String code = location.replaceFirst(".*[?&]code=", "").replaceFirst("&.*", "");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", java.net.URLDecoder.decode(code, StandardCharsets.UTF_8));
        form.put("redirect_uri", REDIRECT);
        form.put("code_verifier", verifier);
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> tokens = service.post(token, form, "Authorization", "Basic " + basic);
        JsonNode answer = JSON.readTree(tokens.body());
        if (!answer.has("id_token")) {
            throw new AssertionError("no tokens: " + tokens.statusCode() + " " + tokens.body());
        }
        HttpResponse<String> claims = service.get(
                userinfo,
                "Authorization",
                "Bearer " + answer.get("access_token").asText());
        if (!claims.body().contains("\"sub\"")) {
            throw new AssertionError("no claims: " + claims.statusCode() + " " + claims.body());
        }
    }

    private String authorization(String verifier) {
        return authorization + "?response_type=code&client_id=" + CLIENT + "&scope=openid&redirect_uri="
                + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8) + "&state=" + UUID.randomUUID() + "&nonce="
                + UUID.randomUUID() + "&code_challenge_method=S256&code_challenge=" + challenge(verifier);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
