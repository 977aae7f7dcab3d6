package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.signin.PortalSession;

/** The protocol {@code oidc}: the tile leads to the service, which sends the browser to {@code /sso/oidc/authorize}. */
@Component
public final class OidcProtocol implements SsoProtocol {
    /** Its name in connector files. */
    public static final String NAME = "oidc";

    private static final int SHORTEST_SECRET = 16;
    private static final Set<String> KEYS = Set.of(
            "client.id",
            "client.secret",
            "client.type",
            "jwks.url",
            "jwks.file",
            "redirect.uris",
            "post.logout.redirect.uris",
            "backchannel.logout.uri",
            "frontchannel.logout.uri",
            "api.access",
            Client.ALGORITHM);

    /** Of the discovery document, what services without discovery are told one by one. */
    private static final List<String> TOLD = List.of(
            "issuer",
            "authorization_endpoint",
            "token_endpoint",
            "userinfo_endpoint",
            "jwks_uri",
            "end_session_endpoint",
            "revocation_endpoint",
            "introspection_endpoint");

    private final Visits visits;

    /** Tells services of a sign-out by these. */
    @Activate
    public OidcProtocol(@Reference Visits visits) {
        this.visits = visits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settings() {
        return KEYS;
    }

    @Override
    public List<String> problems(Connector connector) {
        Optional<Client> known = Client.of(connector);
        if (known.isEmpty()) {
            return List.of("client.id is missing: write the name by which the service calls itself");
        }
        Client client = known.get();
        List<String> problems = new ArrayList<>();
        if (client.redirects().isEmpty()) {
            problems.add("redirect.uris is missing: write where codes may go, whole addresses, comma between");
        }
        client.redirects().forEach(each -> RedirectAddresses.problem("redirect.uris", each, client.nativeApp())
                .ifPresent(problems::add));
        client.postLogoutRedirects()
                .forEach(each -> RedirectAddresses.problem("post.logout.redirect.uris", each, client.nativeApp())
                        .ifPresent(problems::add));
        for (String key : List.of("jwks.url", "backchannel.logout.uri", "frontchannel.logout.uri")) {
            connector
                    .setting(key)
                    .flatMap(each -> RedirectAddresses.problem(key, each, false))
                    .ifPresent(problems::add);
        }
        if (!client.nativeApp() && !client.confidential()) {
            problems.add("client.secret is missing: write one, or jwks.url, or client.type = native");
        }
        if (client.nativeApp() && client.secret().isPresent()) {
            problems.add("client.secret: a native application can keep none; take it away");
        }
        if (client.secret().filter(secret -> secret.length() < SHORTEST_SECRET).isPresent()) {
            problems.add("client.secret is too short: write at least " + SHORTEST_SECRET + " random characters");
        }
        connector
                .setting(Client.ALGORITHM)
                .filter(wanted -> !Client.ALGORITHMS.contains(wanted))
                .ifPresent(wanted -> problems.add(
                        Client.ALGORITHM + " = " + wanted + ": write " + String.join(" or ", Client.ALGORITHMS)));
        return List.copyOf(problems);
    }

    @Override
    public Map<String, String> endpoints(Connector connector) {
        String issuer = visits.issuer();
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("discovery", issuer + "/.well-known/openid-configuration");
        Map<String, Object> document = Discovery.document(issuer);
        for (String name : TOLD) {
            endpoints.put(name, String.valueOf(document.get(name)));
        }
        Client.of(connector).ifPresent(client -> {
            endpoints.put("client_id", client.id());
            endpoints.put("token_endpoint_auth_method", proof(connector, client));
        });
        endpoints.put("scope", "openid profile email");
        endpoints.put("code_challenge_method", "S256");
        endpoints.put("id_token_signed_response_alg", "RS256");
        return endpoints;
    }

    /** How the client proves who it is at the token endpoint. */
    private static String proof(Connector connector, Client client) {
        boolean keys = connector
                .setting("jwks.url")
                .or(() -> connector.setting("jwks.file"))
                .isPresent();
        return client.nativeApp() ? "none" : keys ? "private_key_jwt" : "client_secret_basic";
    }

    @Override
    public Optional<String> serviceName(Connector connector) {
        return connector.setting("client.id");
    }

    @Override
    public Map<String, String> rehearse(Connector connector, Release release) {
        Map<String, String> told = new LinkedHashMap<>();
        release.userId().ifPresent(id -> told.put("sub", id));
        ClaimNames.of(release.attributes(), Set.copyOf(Wish.SCOPES))
                .forEach((claim, value) -> told.put(
                        claim,
                        value instanceof List<?> several
                                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                : String.valueOf(value)));
        return told;
    }

    @Override
    public boolean accepts(Connector connector, String destination) {
        return Client.of(connector)
                .filter(client -> RedirectAddresses.matches(client, destination))
                .isPresent();
    }

    @Override
    public void launch(
            HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
        response.setHeader("Referrer-Policy", "no-referrer");
        AuthorizeFlow.to(response, connector.launchUrl().toASCIIString());
    }

    @Override
    public LogoutAnswer logout(Visit visit) {
        return visits.tell(visit);
    }

    @Override
    public Optional<URI> frontChannelLogout(Visit visit) {
        return visits.frame(visit);
    }
}
