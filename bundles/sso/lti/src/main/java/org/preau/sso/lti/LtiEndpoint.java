package org.preau.sso.lti;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.keys.Keys;
import org.preau.api.keys.SigningKeys;
import org.preau.api.oauth.ForeignKeys;
import org.preau.api.oauth.SignedTokens;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSessions;

/** The addresses of the LTI platform, below {@code /sso/lti}. */
@Component
public final class LtiEndpoint implements HttpEndpoint {
    static final String PATH = "/sso/lti";
    private static final Texts TEXTS = Texts.of(LtiEndpoint.class);

    private final SignedTokens tokens;
    private final LaunchFlow launch;
    private final PickFlow picks;
    private final LinksPage links;
    private final Launches launches;
    private final Tools tools;
    private final Pages pages;
    private final Exchanges exchanges;

    /** Answers by these. */
    @Activate
    public LtiEndpoint(
            @Reference ConnectorCatalogue catalogue,
            @Reference ReleaseGate gate,
            @Reference PortalSessions sessions,
            @Reference Launches launches,
            @Reference SqlLinks sqlLinks,
            @Reference Tools tools,
            @Reference SqlRoster roster,
            @Reference SqlGrades grades,
            @Reference SigningKeys signingKeys,
            @Reference Keys keys,
            @Reference OutgoingCalls calls,
            @Reference Exchanges exchanges,
            @Reference Pages pages,
            @Reference Clock clock) {
        this.tokens = new SignedTokens(signingKeys, "sso.lti");
        this.launches = launches;
        this.tools = tools;
        this.pages = pages;
        this.exchanges = exchanges;
        picks = new PickFlow(
                catalogue, sessions, sqlLinks, grades, new ForeignKeys(calls, clock), keys, launches.issuer(), clock);
        launch = new LaunchFlow(
                tools,
                gate,
                sessions,
                launches,
                new LaunchToken(tokens, launches.issuer(), launches.services()),
                picks,
                sqlLinks,
                roster,
                grades,
                exchanges,
                clock);
        links = new LinksPage(catalogue, sessions, launches, sqlLinks, grades, pages);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String info = request.getPathInfo();
        String path =
                (info == null ? request.getServletPath() : request.getServletPath() + info).substring(PATH.length());
        boolean post = request.getMethod().equals("POST");
        if (!post && !request.getMethod().equals("GET")
                || post && !path.equals("/authorize") && !path.equals("/picked")) {
            response.setHeader(
                    "Allow", path.equals("/authorize") ? "GET, POST" : path.equals("/picked") ? "POST" : "GET");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try {
            answer(path, post, request, response);
        } catch (LtiException e) {
            exchanges.refused(connector(request), path.substring(1), e.reason());
            pages.render(
                    request,
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    LtiEndpoint.class,
                    "refused",
                    Map.of("title", TEXTS.text(pages.localeOf(request), "refused.title")));
        }
    }

    private void answer(String path, boolean post, HttpServletRequest request, HttpServletResponse response)
            throws IOException, LtiException {
        switch (path) {
            case "/jwks" -> publish(response, tokens.published().toJSONObject(true));
            case "/.well-known/openid-configuration" -> publish(response, configuration());
            case "/authorize" -> {
                if (post) {
                    again(request, response);
                } else {
                    launch.handle(request, response);
                }
            }
            case "/picked" -> {
                String connector = picks.take(String.valueOf(request.getParameter("JWT")));
                exchanges.done(connector, "deep linking");
                response.setHeader("Location", LinksPage.PATH + connector);
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            }
            default -> {
                if (!links.handles(path)) {
                    throw new PortalException(ErrorCode.NOT_FOUND, "LTI answers nothing here", null);
                }
                links.handle(path, request, response);
            }
        }
    }

    /** Whose integrator is to read it; nothing when the request names no tool of ours. */
    private String connector(HttpServletRequest request) {
        String client = request.getParameter("client_id");
        return client == null
                ? ""
                : tools.byClient(client).map(tool -> tool.connector().id()).orElse("");
    }

    /** A cross-site POST brings no cookie: it becomes a GET of ours. */
    private static void again(HttpServletRequest request, HttpServletResponse response) {
        StringBuilder query = new StringBuilder();
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(Launches.encoded(name))
                        .append('=')
                        .append(Launches.encoded(value));
            }
        });
        response.setHeader("Location", LaunchFlow.PATH + query);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private Map<String, Object> configuration() {
        String issuer = launches.issuer();
        List<String> scopes = new ArrayList<>(List.of("openid"));
        for (ServiceScope scope : ServiceScope.values()) {
            scopes.add(scope.uri());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", issuer + "/authorize");
        document.put("token_endpoint", launches.services() + "/token");
        document.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        document.put(
                "token_endpoint_auth_signing_alg_values_supported",
                ForeignKeys.ALGORITHMS.stream().map(JWSAlgorithm::getName).toList());
        document.put("jwks_uri", issuer + "/jwks");
        document.put("response_types_supported", List.of("id_token"));
        document.put("response_modes_supported", List.of("form_post"));
        document.put("grant_types_supported", List.of("implicit", "client_credentials"));
        document.put("scopes_supported", scopes);
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return document;
    }

    private static void publish(HttpServletResponse response, Map<String, ?> values) throws IOException {
        byte[] json = JSONObjectUtils.toJSONString(values).getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json);
    }
}
