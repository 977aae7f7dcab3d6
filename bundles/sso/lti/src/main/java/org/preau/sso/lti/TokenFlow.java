package org.preau.sso.lti;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.preau.api.oauth.ClientAssertion;
import org.preau.api.oauth.ForeignKeys;

/** A tool's server gets a token for our services: client credentials, proven by a signed assertion (1EdTech Security Framework 1.0, 4.1; RFC 7523). */
final class TokenFlow {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int LONGEST = 10_000;

    private final Tools tools;
    private final SqlServiceTokens tokens;
    private final ForeignKeys keys;
    private final Set<String> audiences;
    private final Clock clock;

    TokenFlow(Tools tools, SqlServiceTokens tokens, ForeignKeys keys, Set<String> audiences, Clock clock) {
        this.tools = tools;
        this.tokens = tokens;
        this.keys = keys;
        this.audiences = audiences;
        this.clock = clock;
    }

    /**
     * What came of a call.
     *
     * @param connector the tool's connector
     * @param answer what it is told
     */
    record Issued(String connector, Map<String, Object> answer) {}

    Issued handle(HttpServletRequest request) throws ServiceRefusal {
        if (!"client_credentials".equals(only(request, "grant_type"))) {
            throw new ServiceRefusal(400, "unsupported_grant_type", "grant_type is client_credentials");
        }
        if (!TYPE.equals(only(request, "client_assertion_type"))) {
            throw client("client_assertion_type is " + TYPE);
        }
        Tool tool;
        ClientAssertion assertion;
        try {
            SignedJWT signed = SignedJWT.parse(only(request, "client_assertion"));
            String issuer = signed.getJWTClaimsSet().getIssuer();
            tool = tools.byClient(issuer == null ? "" : issuer)
                    .orElseThrow(() -> client("no connector has this client.id, or several"));
            if (tools.suspended(tool)) {
                throw client("the connector is suspended");
            }
            assertion = checked(tool, signed);
        } catch (ParseException e) {
            throw client("client_assertion is no signed token");
        }
        Set<ServiceScope> scopes = scopes(tool, only(request, "scope"));
        String token = tokens.issue(tool.connector().id(), scopes, assertion)
                .orElseThrow(() -> client("the assertion was used before"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", SqlServiceTokens.LIFE.toSeconds());
        answer.put("scope", scopes.stream().map(ServiceScope::uri).collect(Collectors.joining(" ")));
        return new Issued(tool.connector().id(), answer);
    }

    private ClientAssertion checked(Tool tool, SignedJWT signed) throws ServiceRefusal {
        URI address = tool.jwksUrl().orElseThrow(() -> client("the connector has no jwks.url"));
        try {
            ClientAssertion.checkAlgorithm(signed);
            return ClientAssertion.checked(
                    signed,
                    keys.at(address, signed.getHeader().getKeyID()),
                    tool.clientId(),
                    audiences,
                    clock.instant());
        } catch (ClientAssertion.RefusedException e) {
            throw client(e.reason());
        } catch (IOException e) {
            throw client("the keys at jwks.url cannot be fetched");
        }
    }

    /** What is asked for and offered; what is not offered is left out, as RFC 6749 (3.3) allows, unless nothing remains. */
    private static Set<ServiceScope> scopes(Tool tool, String asked) throws ServiceRefusal {
        Set<String> wanted =
                Set.copyOf(Arrays.asList(asked.split(" +")).stream().distinct().toList());
        Set<ServiceScope> given = EnumSet.noneOf(ServiceScope.class);
        for (ServiceScope offered : ServiceScope.offered(tool)) {
            if (wanted.contains(offered.uri())) {
                given.add(offered);
            }
        }
        if (given.isEmpty()) {
            throw new ServiceRefusal(
                    400, "invalid_scope", "the connector offers this tool none of these: members.listed, grades.taken");
        }
        return given;
    }

    private static String only(HttpServletRequest request, String name) throws ServiceRefusal {
        String[] values = request.getParameterValues(name);
        if (values == null || values.length != 1 || values[0].isEmpty() || values[0].length() > LONGEST) {
            throw ServiceRefusal.request("send " + name + ", once, in the body");
        }
        return values[0];
    }

    private static ServiceRefusal client(String reason) {
        return new ServiceRefusal(401, "invalid_client", reason);
    }
}
