package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.preau.api.connector.Exchanges;

/** {@code /sso/oidc/revoke} (RFC 7009) and {@code /sso/oidc/introspect} (RFC 7662): a service on its own tokens; another's are as unknown. */
final class TokenCare {
    private final ClientProof proof;
    private final SqlTokens tokens;
    private final Holders holders;
    private final Exchanges exchanges;

    TokenCare(ClientProof proof, SqlTokens tokens, Holders holders, Exchanges exchanges) {
        this.proof = proof;
        this.tokens = tokens;
        this.holders = holders;
        this.exchanges = exchanges;
    }

    /** What is done with a token of the service's own. */
    private interface Act {
        void on(String token, Optional<SqlTokens.Known> known, Client client) throws IOException;
    }

    void revoke(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(request, response, "/revoke", (token, known, client) -> {
            known.ifPresent(found -> tokens.revoke(found, token));
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_OK);
        });
    }

    void introspect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(request, response, "/introspect", (token, known, client) -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put(
                    "active", known.flatMap(found -> holders.of(found.signIn())).isPresent());
            if (Boolean.TRUE.equals(answer.get("active"))) {
                SqlTokens.Known found = known.orElseThrow();
                answer.put("sub", found.signIn().sub());
                answer.put("client_id", client.id());
                answer.put("scope", String.join(" ", found.signIn().scopes()));
                answer.put("token_type", found.refresh() ? "refresh_token" : "Bearer");
                answer.put("exp", found.expires().getEpochSecond());
            }
            JsonAnswers.write(response, answer);
        });
    }

    private void handle(HttpServletRequest request, HttpServletResponse response, String path, Act act)
            throws IOException {
        String connector = "";
        try {
            ClientProof.Call call = proof.read(request, path);
            Client client = proof.proven(call);
            connector = client.connector().id();
            String token = call.form().only("token").orElseThrow(() -> Refusal.request("token is missing"));
            String own = connector;
            act.on(
                    token,
                    tokens.find(token)
                            .filter(found -> found.signIn().connector().equals(own)),
                    client);
            exchanges.done(connector, path.substring(1));
        } catch (Refusal e) {
            exchanges.refused(connector, path.substring(1), e.code() + ": " + e.description());
            JsonAnswers.refuse(request, response, e);
        }
    }
}
