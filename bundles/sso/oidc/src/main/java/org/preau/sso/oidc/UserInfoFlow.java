package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.preau.api.connector.Exchanges;

/** {@code /sso/oidc/userinfo} (OpenID Connect Core, 5.3): what leaves, for a token in the header and nowhere else (RFC 6750, 2.1). */
final class UserInfoFlow {
    private static final String BEARER = "Bearer ";
    private final SqlTokens tokens;
    private final Holders holders;
    private final Clients clients;
    private final Exchanges exchanges;

    UserInfoFlow(SqlTokens tokens, Holders holders, Clients clients, Exchanges exchanges) {
        this.tokens = tokens;
        this.holders = holders;
        this.clients = clients;
        this.exchanges = exchanges;
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"preau\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Optional<SignIn> signIn = tokens.access(
                        header.substring(BEARER.length()).strip())
                .filter(found -> clients.ofConnector(found.connector())
                        .filter(client -> !clients.suspended(client))
                        .isPresent())
                .filter(found -> holders.of(found).isPresent());
        if (signIn.isEmpty()) {
            exchanges.refused(
                    "", "userinfo", "the access token is unknown, revoked or too old, or its user signed out");
            response.setHeader("WWW-Authenticate", "Bearer realm=\"preau\", error=\"invalid_token\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", signIn.get().sub());
        claims.putAll(signIn.get().claims());
        exchanges.done(signIn.get().connector(), "userinfo");
        JsonAnswers.write(response, claims);
    }
}
