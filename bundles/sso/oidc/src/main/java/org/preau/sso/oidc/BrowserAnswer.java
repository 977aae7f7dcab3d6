package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.preau.api.oauth.FormPost;

/** What the browser takes to a client's own address: the code or an error, the client's state, and who answers (RFC 9207), so that no other provider can pass for this one. */
final class BrowserAnswer {
    private final String redirectUri;
    private final boolean formPost;
    private final Map<String, String> common = new LinkedHashMap<>();

    /** To an address that is known to be the client's. */
    BrowserAnswer(String issuer, Parameters asked) {
        redirectUri = asked.only("redirect_uri").orElseThrow();
        formPost = asked.only("response_mode").orElse("").equals("form_post");
        asked.only("state").ifPresent(state -> common.put("state", state));
        common.put("iss", issuer);
    }

    void code(HttpServletResponse response, String code) throws IOException {
        send(response, Map.of("code", code));
    }

    void error(HttpServletResponse response, Refusal refusal) throws IOException {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("error", refusal.code());
        error.put("error_description", refusal.description().replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", " "));
        send(response, error);
    }

    private void send(HttpServletResponse response, Map<String, String> own) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>(own);
        fields.putAll(common);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (formPost) {
            FormPost.write(response, redirectUri, fields);
            return;
        }
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + Parameters.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        response.setHeader("Location", redirectUri + (redirectUri.indexOf('?') < 0 ? "?" : "&") + query);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
