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
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.connectors.category3.Category3Policy;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.FakeAddress;
import org.preau.core.connect.testing.FakeSigningKeys;
import org.preau.core.connect.testing.PortalServer;
import org.preau.core.connect.testing.Recorded;
import org.preau.core.persistence.testing.TestDatabase;

/** The platform as a tool sees it: its part is played here by hand, message by message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LtiTest {
    private static final String ISSUER = "https://portal.example/sso/lti";
    private static final String REDIRECT = "https://tool.example/launch";
    private static final Pattern ID_TOKEN = Pattern.compile("name=\"id_token\" value=\"([^\"]+)\"");

    private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    private final ConnectWorld portal = new ConnectWorld();
    private final Recorded recorded = new Recorded();
    private final FakeSigningKeys signingKeys = new FakeSigningKeys();
    private final KeyPair toolKey = FakeSigningKeys.rsa();
    private final PortalSession pupil = portal.sessions.signIn("zoe.martin", Profile.STUDENT, portal.school);
    private final PortalSession teacher = portal.sessions.signIn("ana.roy", Profile.TEACHER, portal.school);
    private final HttpClient http = HttpClient.newHttpClient();
    private TestDatabase database;
    private PortalServer server;
    private LtiProtocol protocol;

    @BeforeAll
    void open() throws Exception {
        database = TestDatabase.create();
        Tx connect = database.tx(new ConnectUnit());
        Tx tx = database.tx(new LtiUnit());
        Launches launches = new Launches(portal.keys, new FakeAddress());
        protocol = new LtiProtocol(launches);
        portal.deploy(new Category3Policy());
        portal.deploy(protocol);
        for (String id : List.of("tool", "other")) {
            Map<String, String> file = ConnectWorld.file(
                    "protocol", "lti", "service.urls", "", "launch.url", "https://" + id + ".example/login");
            file.putAll(Map.of(
                    "client.id",
                    id,
                    "deployment.id",
                    "d1",
                    "redirect.uris",
                    "https://" + id + ".example/launch",
                    "jwks.url",
                    "https://tool.example/jwks"));
            portal.write("org.preau.connector~" + id + ".cfg", file);
        }
        recorded.documents.put(
                URI.create("https://tool.example/jwks"),
                new JWKSet(new RSAKey.Builder((RSAPublicKey) toolKey.getPublic())
                                .keyID("t1")
                                .build())
                        .toString());
        server = new PortalServer(new LtiEndpoint(
                portal.catalogue,
                portal.gate(connect, clock),
                portal.sessions,
                launches,
                new SqlLinks(tx, clock, portal.audit),
                signingKeys,
                portal.keys,
                recorded,
                recorded,
                portal.pages,
                clock));
    }

    @AfterAll
    void close() {
        server.close();
        database.close();
    }

    @Test
    @Requirement({"3112A", "3113-3"})
    void launchesWithWhatCategory3AllowsAndNothingElse() throws Exception {
        JWTClaimsSet claims = launched(server.get("/sso/lti/authorize?" + encoded(login(pupil, "tile")), pupil));

        assertThat(claims.getIssuer()).isEqualTo(ISSUER);
        assertThat(claims.getAudience()).containsExactly("tool");
        assertThat(claims.getSubject()).matches("[0-9a-f]{40}");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n");
        assertThat(claims.getStringClaim(LaunchToken.CLAIM + "message_type")).isEqualTo("LtiResourceLinkRequest");
        assertThat(claims.getStringClaim(LaunchToken.CLAIM + "version")).isEqualTo("1.3.0");
        assertThat(claims.getStringClaim(LaunchToken.CLAIM + "deployment_id")).isEqualTo("d1");
        assertThat(claims.getStringListClaim(LaunchToken.CLAIM + "roles"))
                .contains("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");
        assertThat(claims.getJSONObjectClaim(LaunchToken.CLAIM + "context")).containsEntry("id", "0240001A");
        assertThat(claims.getClaims()).doesNotContainKeys("name", "given_name", "family_name", "email");
    }

    @Test
    void theLaunchOfATileBeginsAtTheTool() {
        Map<String, String> sent = parameters(begun(pupil, "tile"));

        assertThat(sent)
                .containsEntry("iss", ISSUER)
                .containsEntry("client_id", "tool")
                .containsEntry("lti_deployment_id", "d1")
                .containsEntry("target_link_uri", REDIRECT)
                .containsKeys("login_hint", "lti_message_hint");
    }

    @Test
    void refusesWhatIsNotTheLaunchThatTheUserBegan() {
        Map<String, String> good = login(pupil, "tile");
        refused(with(good, "redirect_uri", "https://tool.example/launch/"), pupil);
        refused(with(good, "redirect_uri", "https://evil.example/launch"), pupil);
        refused(with(good, "client_id", "nobody"), pupil);
        refused(with(with(good, "client_id", "other"), "redirect_uri", "https://other.example/launch"), pupil);
        refused(with(good, "response_type", "code"), pupil);
        refused(with(good, "response_mode", "query"), pupil);
        refused(with(good, "prompt", "login"), pupil);
        refused(with(good, "scope", "profile"), pupil);
        refused(with(good, "nonce", ""), pupil);
        refused(with(good, "login_hint", "0".repeat(64)), pupil);
        refused(with(good, "lti_message_hint", "pick"), pupil);
        refused(good, teacher);
        assertThat(server.get("/sso/lti/authorize?" + encoded(good) + "&nonce=m", pupil)
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.get("/sso/lti/authorize?" + encoded(good), null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTeacherPicksResourcesThatHisPupilsLaunch() throws Exception {
        JWTClaimsSet question = launched(server.get("/sso/lti/authorize?" + encoded(login(teacher, "pick")), teacher));
        Map<String, Object> settings = question.getJSONObjectClaim(LaunchToken.DEEP + "deep_linking_settings");
        assertThat(settings).containsEntry("deep_link_return_url", ISSUER + "/picked");
        String answer = signed(toolKey, answer((String) settings.get("data")).build());

        HttpResponse<String> taken = post(answer);

        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location")).hasValue("/sso/lti/links/tool");
        assertThat(post(answer).statusCode()).as("a second time").isEqualTo(400);
        String page = server.get("/sso/lti/links/tool", pupil).body();
        assertThat(page).contains("Fractions", "mayPick=false");
        Matcher link = Pattern.compile("/sso/lti/link/([0-9a-f-]{36})").matcher(page);
        assertThat(link.find()).isTrue();
        Map<String, String> begun = parameters(
                server.get(link.group(), pupil).headers().firstValue("Location").orElseThrow());
        assertThat(begun).containsEntry("target_link_uri", "https://tool.example/fractions");
        JWTClaimsSet launch = launched(server.get("/sso/lti/authorize?" + encoded(echo(begun)), pupil));
        assertThat(launch.getJSONObjectClaim(LaunchToken.CLAIM + "resource_link"))
                .containsEntry("id", link.group(1));
        assertThat(launch.getJSONObjectClaim(LaunchToken.CLAIM + "custom")).containsEntry("level", "CM1");
    }

    @Test
    void takesNoAnswerThatIsNotTheToolsToAQuestionOfOurs() throws Exception {
        JWTClaimsSet question = launched(server.get("/sso/lti/authorize?" + encoded(login(teacher, "pick")), teacher));
        String data = (String) question.getJSONObjectClaim(LaunchToken.DEEP + "deep_linking_settings")
                .get("data");

        refusedAnswer(signed(FakeSigningKeys.rsa(), answer(data).build()));
        refusedAnswer(signed(toolKey, answer(data.replaceFirst(".$", "x")).build()));
        refusedAnswer(signed(toolKey, answer(data).issuer("other").build()));
        refusedAnswer(
                signed(toolKey, answer(data).audience("https://evil.example").build()));
        refusedAnswer(signed(toolKey, answer(data).expirationTime(new Date(0)).build()));
        refusedAnswer(signed(
                toolKey,
                answer(data).claim(LaunchToken.CLAIM + "deployment_id", "d2").build()));
        refusedAnswer(new com.nimbusds.jwt.PlainJWT(answer(data).build()).serialize());
        refusedAnswer("x");
    }

    @Test
    void pupilsPickNothingAndOtherSchoolsSeeNothing() {
        assertThat(server.get("/sso/lti/pick/tool", pupil).statusCode()).isEqualTo(404);
        PortalSession elsewhere = portal.sessions.signIn("bo.petit", Profile.STUDENT, portal.otherSchool);
        assertThat(server.get("/sso/lti/links/tool", elsewhere).body()).doesNotContain("Fractions");
    }

    private JWTClaimsSet.Builder answer(String data) {
        return new JWTClaimsSet.Builder()
                .issuer("tool")
                .audience(ISSUER)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .claim(LaunchToken.CLAIM + "message_type", "LtiDeepLinkingResponse")
                .claim(LaunchToken.CLAIM + "version", "1.3.0")
                .claim(LaunchToken.CLAIM + "deployment_id", "d1")
                .claim(LaunchToken.DEEP + "data", data)
                .claim(
                        LaunchToken.DEEP + "content_items",
                        List.of(
                                Map.of(
                                        "type", "ltiResourceLink",
                                        "title", "Fractions",
                                        "url", "https://tool.example/fractions",
                                        "custom", Map.of("level", "CM1")),
                                Map.of("type", "link", "url", "https://evil.example")));
    }

    private static String signed(KeyPair key, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("t1").build(), claims);
        jwt.sign(new RSASSASigner(key.getPrivate()));
        return jwt.serialize();
    }

    /** Where the browser is sent when a launch begins. */
    private String begun(PortalSession session, String message) {
        if (message.equals("pick")) {
            return server.get("/sso/lti/pick/tool", session)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }
        org.preau.api.http.testing.Exchange exchange = org.preau.api.http.testing.Exchange.get("/connect/tool");
        protocol.launch(
                exchange.request(),
                exchange.response(),
                portal.catalogue.byId("tool").orElseThrow(),
                session);
        return String.valueOf(exchange.answer("Location"));
    }

    /** What the tool's login sends back. */
    private Map<String, String> login(PortalSession session, String message) {
        return echo(parameters(begun(session, message)));
    }

    private static Map<String, String> echo(Map<String, String> begun) {
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

    private JWTClaimsSet launched(HttpResponse<String> page) throws Exception {
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

    private void refused(Map<String, String> login, PortalSession session) {
        HttpResponse<String> answer = server.get("/sso/lti/authorize?" + encoded(login), session);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("page refused").doesNotContain("id_token");
        assertThat(recorded.refused).anyMatch(note -> note.startsWith(" authorize "));
    }

    private void refusedAnswer(String jwt) {
        assertThat(post(jwt).statusCode()).isEqualTo(400);
        assertThat(recorded.refused).anyMatch(note -> note.startsWith(" picked "));
    }

    private HttpResponse<String> post(String jwt) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(server.address("/sso/lti/picked")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("JWT=" + jwt))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> with(Map<String, String> login, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(login);
        changed.put(name, value);
        return changed;
    }

    private static String encoded(Map<String, String> values) {
        StringBuilder query = new StringBuilder();
        values.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(Launches.encoded(value)));
        return query.toString();
    }

    private static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
