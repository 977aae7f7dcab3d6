package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.FakeAddress;
import org.preau.core.connect.testing.FakeSigningKeys;
import org.preau.core.connect.testing.PortalServer;
import org.preau.core.connect.testing.Recorded;
import org.preau.core.persistence.testing.TestDatabase;

/** A platform with two tools, {@code tool} and {@code other}, whose part is played by hand, message by message. */
final class LtiWorld implements AutoCloseable {
    static final String ISSUER = "https://portal.example/sso/lti";
    static final String REDIRECT = "https://tool.example/launch";
    private static final Pattern ID_TOKEN = Pattern.compile("name=\"id_token\" value=\"([^\"]+)\"");

    final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    final ConnectWorld portal = new ConnectWorld();
    final Recorded recorded = new Recorded();
    final KeyPair toolKey = FakeSigningKeys.rsa();
    final PortalSession pupil = portal.sessions.signIn("zoe.martin", Profile.STUDENT, portal.school);
    final PortalSession teacher = portal.sessions.signIn("ana.roy", Profile.TEACHER, portal.school);
    final PortalServer server;
    final PortalServer services;
    final SqlRoster roster;
    private final FakeSigningKeys signingKeys = new FakeSigningKeys();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestDatabase database;
    private final LtiProtocol protocol;

    LtiWorld(CategoryPolicy policy, Map<String, String> settings) throws Exception {
        database = TestDatabase.create();
        Tx connect = database.tx(new ConnectUnit());
        Tx tx = database.tx(new LtiUnit());
        Launches launches = new Launches(portal.keys, new FakeAddress());
        protocol = new LtiProtocol(launches);
        portal.deploy(policy);
        portal.deploy(protocol);
        for (String id : List.of("tool", "other")) {
            Map<String, String> file = ConnectWorld.file(
                    "protocol", "lti", "service.urls", "", "launch.url", "https://" + id + ".example/login");
            file.putAll(Map.of(
                    "client.id",
                    id,
                    "deployment.id",
                    "d1",
                    "category",
                    String.valueOf(policy.category()),
                    "redirect.uris",
                    "https://" + id + ".example/launch",
                    "jwks.url",
                    "https://tool.example/jwks"));
            file.putAll(settings);
            portal.write("org.preau.connector~" + id + ".cfg", file);
        }
        recorded.documents.put(
                URI.create("https://tool.example/jwks"),
                new JWKSet(new RSAKey.Builder((RSAPublicKey) toolKey.getPublic())
                                .keyID("t1")
                                .build())
                        .toString());
        SqlLinks links = new SqlLinks(tx, clock, portal.audit);
        SqlGrades grades = new SqlGrades(tx, clock);
        Tools tools = new Tools(portal.catalogue);
        roster = new SqlRoster(tx, clock);
        server = new PortalServer(new LtiEndpoint(
                portal.catalogue,
                portal.gate(connect, clock),
                portal.sessions,
                launches,
                links,
                tools,
                roster,
                grades,
                signingKeys,
                portal.keys,
                recorded,
                recorded,
                portal.pages,
                clock));
        services = new PortalServer(new LtiServicesEndpoint(
                tools,
                new SqlServiceTokens(tx, clock),
                grades,
                roster,
                links,
                portal.gate(connect, clock),
                launches,
                recorded,
                recorded,
                clock));
    }

    @Override
    public void close() {
        server.close();
        services.close();
        database.close();
    }

    static String signed(KeyPair key, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("t1").build(), claims);
        jwt.sign(new RSASSASigner(key.getPrivate()));
        return jwt.serialize();
    }

    /** Where the browser is sent when a launch begins. */
    String begun(PortalSession session, String message) {
        if (message.equals("pick")) {
            return server.get("/sso/lti/pick/tool", session)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }
        org.preau.testkit.Exchange exchange = org.preau.testkit.Exchange.get("/connect/tool");
        protocol.launch(
                exchange.request(),
                exchange.response(),
                portal.catalogue.byId("tool").orElseThrow(),
                session);
        return String.valueOf(exchange.answer("Location"));
    }

    /** What the tool's login sends back. */
    Map<String, String> login(PortalSession session, String message) {
        return echo(parameters(begun(session, message)));
    }

    static Map<String, String> echo(Map<String, String> begun) {
        return new LinkedHashMap<>(Map.of(
                "scope", "openid",
                "response_type", "id_token",
                "response_mode", "form_post",
                "prompt", "none",
                "client_id", "tool",
                "redirect_uri", REDIRECT,
                "state", "s",
                "nonce", "n",
                "login_hint", begun.get("login_hint"),
                "lti_message_hint", begun.get("lti_message_hint")));
    }

    /** The launch that a page posts, its signature verified. */
    JWTClaimsSet launched(HttpResponse<String> page) throws Exception {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("action=\"" + REDIRECT + "\"", "name=\"state\" value=\"s\"");
        Matcher matcher = ID_TOKEN.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        SignedJWT token = SignedJWT.parse(matcher.group(1));
        JWKSet published = JWKSet.parse(server.get("/sso/lti/jwks", null).body());
        assertThat(token.verify(new RSASSAVerifier(
                        published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return token.getJWTClaimsSet();
    }

    static String encoded(Map<String, String> values) {
        StringBuilder query = new StringBuilder();
        values.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(Launches.encoded(value)));
        return query.toString();
    }

    static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** A launch from the tile, as the tool gets it. */
    JWTClaimsSet launch(PortalSession session) throws Exception {
        return launched(server.get("/sso/lti/authorize?" + encoded(login(session, "tile")), session));
    }

    /** A call of a tool's server. */
    HttpResponse<String> call(String method, String path, @Nullable String token, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(services.address(path)))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
