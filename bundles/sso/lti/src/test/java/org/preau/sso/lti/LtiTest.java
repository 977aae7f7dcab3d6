package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preau.sso.lti.LtiWorld.ISSUER;
import static org.preau.sso.lti.LtiWorld.REDIRECT;
import static org.preau.sso.lti.LtiWorld.echo;
import static org.preau.sso.lti.LtiWorld.encoded;
import static org.preau.sso.lti.LtiWorld.parameters;
import static org.preau.sso.lti.LtiWorld.signed;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.preau.api.signin.PortalSession;
import org.preau.connectors.category3.Category3Policy;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.FakeSigningKeys;
import org.preau.core.connect.testing.PortalServer;
import org.preau.core.connect.testing.Recorded;

/** The platform as a tool sees it: its part is played here by hand, message by message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LtiTest {
    private LtiWorld world;
    private ConnectWorld portal;
    private Recorded recorded;
    private PortalSession pupil;
    private PortalSession teacher;
    private PortalServer server;

    @BeforeAll
    void open() throws Exception {
        world = new LtiWorld(new Category3Policy(), Map.of());
        portal = world.portal;
        recorded = world.recorded;
        pupil = world.pupil;
        teacher = world.teacher;
        server = world.server;
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Requirement({"3112A", "3113-3"})
    void launchesWithWhatCategory3AllowsAndNothingElse() throws Exception {
        JWTClaimsSet claims =
                world.launched(server.get("/sso/lti/authorize?" + encoded(world.login(pupil, "tile")), pupil));

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
        Map<String, String> sent = parameters(world.begun(pupil, "tile"));

        assertThat(sent)
                .containsEntry("iss", ISSUER)
                .containsEntry("client_id", "tool")
                .containsEntry("lti_deployment_id", "d1")
                .containsEntry("target_link_uri", REDIRECT)
                .containsKeys("login_hint", "lti_message_hint");
    }

    @Test
    void refusesWhatIsNotTheLaunchThatTheUserBegan() {
        Map<String, String> good = world.login(pupil, "tile");
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
        assertThat(recorded.refused).anyMatch(note -> note.startsWith("tool authorize "));
        assertThat(server.get("/sso/lti/authorize?" + encoded(good) + "&nonce=m", pupil)
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.get("/sso/lti/authorize?" + encoded(good), null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTeacherPicksResourcesThatHisPupilsLaunch() throws Exception {
        JWTClaimsSet question =
                world.launched(server.get("/sso/lti/authorize?" + encoded(world.login(teacher, "pick")), teacher));
        Map<String, Object> settings = question.getJSONObjectClaim(LaunchToken.DEEP + "deep_linking_settings");
        assertThat(settings).containsEntry("deep_link_return_url", ISSUER + "/picked");
        String answer =
                signed(world.toolKey, answer((String) settings.get("data")).build());

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
        JWTClaimsSet launch = world.launched(server.get("/sso/lti/authorize?" + encoded(echo(begun)), pupil));
        assertThat(launch.getJSONObjectClaim(LaunchToken.CLAIM + "resource_link"))
                .containsEntry("id", link.group(1));
        assertThat(launch.getJSONObjectClaim(LaunchToken.CLAIM + "custom")).containsEntry("level", "CM1");
    }

    @Test
    void takesNoAnswerThatIsNotTheToolsToAQuestionOfOurs() throws Exception {
        JWTClaimsSet question =
                world.launched(server.get("/sso/lti/authorize?" + encoded(world.login(teacher, "pick")), teacher));
        String data = (String) question.getJSONObjectClaim(LaunchToken.DEEP + "deep_linking_settings")
                .get("data");

        refusedAnswer(signed(FakeSigningKeys.rsa(), answer(data).build()));
        refusedAnswer(signed(world.toolKey, answer(data.replaceFirst(".$", "x")).build()));
        refusedAnswer(signed(world.toolKey, answer(data).issuer("other").build()));
        refusedAnswer(signed(
                world.toolKey, answer(data).audience("https://evil.example").build()));
        refusedAnswer(
                signed(world.toolKey, answer(data).expirationTime(new Date(0)).build()));
        refusedAnswer(signed(
                world.toolKey,
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
                .issueTime(Date.from(world.clock.instant()))
                .expirationTime(Date.from(world.clock.instant().plusSeconds(300)))
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

    private void refused(Map<String, String> login, PortalSession session) {
        HttpResponse<String> answer = server.get("/sso/lti/authorize?" + encoded(login), session);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("page refused").doesNotContain("id_token");
        assertThat(recorded.refused).anyMatch(note -> note.contains(" authorize "));
    }

    private void refusedAnswer(String jwt) {
        assertThat(post(jwt).statusCode()).isEqualTo(400);
        assertThat(recorded.refused).anyMatch(note -> note.startsWith(" picked "));
    }

    private HttpResponse<String> post(String jwt) {
        return world.send(HttpRequest.newBuilder(URI.create(server.address("/sso/lti/picked")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("JWT=" + jwt))
                .build());
    }

    private static Map<String, String> with(Map<String, String> login, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(login);
        changed.put(name, value);
        return changed;
    }
}
