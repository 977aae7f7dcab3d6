package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.keys.Keys;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSessions;

/** The addresses of the OpenID Connect provider, below {@code /sso/oidc}. */
@Component
public final class OidcEndpoint implements HttpEndpoint {
    static final String PATH = "/sso/oidc";

    private final IdTokens idTokens;
    private final AuthorizeFlow authorize;
    private final TokenFlow token;
    private final UserInfoFlow userInfo;
    private final TokenCare care;
    private final LogoutFlow logout;
    private final DevicesPage devices;

    /** Answers by these. */
    @Activate
    public OidcEndpoint(
            @Reference Clients clients,
            @Reference ClientProof proof,
            @Reference SqlSignIns signIns,
            @Reference SqlTokens tokens,
            @Reference SqlDevices sqlDevices,
            @Reference IdTokens idTokens,
            @Reference ReleaseGate gate,
            @Reference PortalSessions sessions,
            @Reference ServiceVisits visits,
            @Reference Exchanges exchanges,
            @Reference Audit audit,
            @Reference Keys keys,
            @Reference Pages pages,
            @Reference Clock clock) {
        this.idTokens = idTokens;
        Holders holders = new Holders(sessions);
        CodeIssue codes = new CodeIssue(signIns, gate, audit);
        authorize = new AuthorizeFlow(
                clients, gate, sessions, codes, idTokens, new Freshness(keys, clock), pages, exchanges, clock);
        token = new TokenFlow(proof, signIns, holders, codes, idTokens, visits, exchanges, clock);
        userInfo = new UserInfoFlow(tokens, holders, clients, exchanges);
        care = new TokenCare(proof, tokens, holders, exchanges);
        logout = new LogoutFlow(clients, idTokens, sessions, pages, exchanges);
        devices = new DevicesPage(sqlDevices, clients, sessions, pages);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = below(request);
        boolean post = request.getMethod().equals("POST");
        boolean get = request.getMethod().equals("GET");
        switch (path) {
            case "/.well-known/openid-configuration", "/jwks" -> {
                if (allowed(response, get, "GET")) {
                    publish(path, response);
                }
            }
            case "/authorize", "/logout", "/userinfo", "/devices" -> {
                if (allowed(response, get || post, "GET, POST")) {
                    both(path, post, request, response);
                }
            }
            case "/authorize/confirm", "/token", "/revoke", "/introspect" -> {
                if (allowed(response, post, "POST")) {
                    posted(path, request, response);
                }
            }
            default -> throw new PortalException(ErrorCode.NOT_FOUND, "OpenID Connect answers nothing here", null);
        }
    }

    private void publish(String path, HttpServletResponse response) throws IOException {
        JsonAnswers.publish(
                response,
                path.equals("/jwks") ? idTokens.published().toJSONObject(true) : Discovery.document(idTokens.issuer()));
    }

    private void both(String path, boolean post, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (path) {
            case "/userinfo" -> userInfo.handle(request, response);
            case "/devices" -> devices.handle(request, response);
            case "/logout" -> {
                if (post) {
                    logout.post(request, response);
                } else {
                    logout.get(request, response);
                }
            }
            default -> {
                if (post) {
                    authorize.post(request, response);
                } else {
                    authorize.get(request, response);
                }
            }
        }
    }

    private void posted(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (path) {
            case "/token" -> token.handle(request, response);
            case "/revoke" -> care.revoke(request, response);
            case "/introspect" -> care.introspect(request, response);
            default -> authorize.confirmed(request, response);
        }
    }

    private static boolean allowed(HttpServletResponse response, boolean allowed, String methods) {
        if (!allowed) {
            response.setHeader("Allow", methods);
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        return allowed;
    }

    /** The servlet that calls stands at the reserved prefix, above this endpoint's path. */
    private static String below(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return path.substring(PATH.length());
    }
}
