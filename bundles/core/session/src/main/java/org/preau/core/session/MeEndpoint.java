package org.preau.core.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.keys.Keys;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.TokenSessions;

/**
 * {@code /api/v1/me}: who is signed in, for mobile and API clients, by the session cookie or by a bearer token (RFC 6750, in the header only). The {@code id} is opaque and this API's own: no other service
 * knows the user by it. No other origin may read the answer.
 */
@Component
public final class MeEndpoint implements HttpEndpoint {
    private static final String PATH = "/api/v1/me";
    private static final String KEY = "api.account";
    private static final int ID_BYTES = 20;
    private static final String BEARER = "Bearer ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<TokenSessions> tokens = new CopyOnWriteArrayList<>();
    private final PortalSessions sessions;
    private final Keys keys;

    /** For the service registry. */
    @Activate
    public MeEndpoint(@Reference PortalSessions sessions, @Reference Keys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindTokens(TokenSessions issuer) {
        tokens.add(issuer);
    }

    void unbindTokens(TokenSessions issuer) {
        tokens.remove(issuer);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Methods.requirePath(request, PATH);
        if (!Methods.reads(request)) {
            Methods.refuse(response, "GET, HEAD");
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        String authorization = request.getHeader("Authorization");
        Optional<PortalSession> session = authorization == null ? sessions.current(request) : byToken(authorization);
        if (session.isPresent()) {
            answer(response, 200, content(session.get()));
        } else {
            response.setHeader("WWW-Authenticate", challenge(authorization));
            answer(response, 401, Map.of("error", authorization == null ? "sign_in_required" : "invalid_token"));
        }
    }

    private Optional<PortalSession> byToken(String authorization) {
        if (!isBearer(authorization)) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        return tokens.stream().flatMap(issuer -> issuer.byToken(token).stream()).findFirst();
    }

    private static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static String challenge(@Nullable String authorization) {
        return "Bearer realm=\"preau\""
                + (authorization != null && isBearer(authorization) ? ", error=\"invalid_token\"" : "");
    }

    private Map<String, String> content(PortalSession session) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("id", idOf(session.accountId()));
        content.put("login", session.login());
        content.put("profile", session.context().profile().name());
        content.put("counter", session.counter());
        return content;
    }

    private String idOf(UUID account) {
        byte[] mac = keys.hmac(KEY, account.toString().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(mac, ID_BYTES));
    }

    private static void answer(HttpServletResponse response, int status, Map<String, String> content)
            throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(body);
    }
}
