package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preau.sso.lti.LtiWorld.ISSUER;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.signin.PortalSession;
import org.preau.connectors.category3.Category3Policy;
import org.preau.core.connect.testing.FakeSigningKeys;

/** What a tool's server asks between launches: tokens, members, line items, scores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LtiServicesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN = "/sso/lti/services/token";
    private static final String MEMBERS = "/sso/lti/services/members/tool/0240001A";
    private static final String ITEMS = "/sso/lti/services/lineitems/tool/0240001A";
    private static final String ITEM_TYPE = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";

    private LtiWorld world;

    @BeforeAll
    void open() throws Exception {
        world = new LtiWorld(new Category3Policy(), Map.of("members.listed", "true", "grades.taken", "true"));
        world.portal.directory.join(world.pupil);
        world.portal.directory.join(world.teacher);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Requirement("3113-3")
    void listsThoseWhoCameThemselvesByIdentifierAndRoleOnly() throws Exception {
        PortalSession neverThere = world.portal.sessions.signIn("li.chen", Profile.STUDENT, world.portal.school);
        world.portal.directory.join(neverThere);
        String sub = world.launch(world.pupil).getSubject();

        HttpResponse<String> answer = get(MEMBERS, token(ServiceScope.MEMBERS));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/vnd.ims.lti-nrps.v2.membershipcontainer+json"));
        List<?> members = (List<?>) JSONObjectUtils.parse(answer.body()).get("members");
        assertThat(members).anySatisfy(each -> {
            Map<?, ?> member = (Map<?, ?>) each;
            assertThat(member.get("user_id")).isEqualTo(sub);
            assertThat(member.keySet()).isEqualTo(java.util.Set.of("status", "user_id", "roles"));
        });
        assertThat(answer.body()).doesNotContain("zoe", "martin", "Given", "Family");
        assertThat(members.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void whoHasLeftTheSchoolIsListedNoMore() throws Exception {
        PortalSession leaver = world.portal.sessions.signIn("tom.petit", Profile.STUDENT, world.portal.school);
        world.portal.directory.join(leaver);
        String sub = world.launch(leaver).getSubject();
        String token = token(ServiceScope.MEMBERS);
        assertThat(get(MEMBERS, token).body()).contains(sub);

        world.portal.directory.leave(leaver);

        assertThat(get(MEMBERS, token).body()).doesNotContain(sub);
    }

    /** Tools seldom follow links of empty pages (ltijs stops after those it was told to read): people who never came make no empty page. */
    @Test
    void readsOnUntilAPageHasMembers() throws Exception {
        String pupil = world.launch(world.pupil).getSubject();
        String teacher = world.launch(world.teacher).getSubject();
        String token = token(ServiceScope.MEMBERS);

        assertThat(get(MEMBERS + "?limit=1&role=Instructor", token).body()).contains(teacher);
        assertThat(get(MEMBERS + "?limit=1&role=Learner", token).body()).contains(pupil);
    }

    @Test
    void listsBySmallPagesAndByRole() throws Exception {
        String pupil = world.launch(world.pupil).getSubject();
        String teacher = world.launch(world.teacher).getSubject();
        String token = token(ServiceScope.MEMBERS);

        HttpResponse<String> first = get(MEMBERS + "?limit=1", token);

        assertThat(first.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("limit=1&from=1", "rel=\"next\""));
        assertThat(get(MEMBERS + "?role=Instructor", token).body())
                .contains(teacher)
                .doesNotContain(pupil);
        assertThat(get(MEMBERS + "?limit=x", token).statusCode()).isEqualTo(400);
        assertThat(get(MEMBERS + "?rlid=tool-1", token).statusCode()).isEqualTo(400);
    }

    @Test
    void seesNothingOfOtherToolsAndSchools() throws Exception {
        String token = token(ServiceScope.MEMBERS);

        assertThat(get("/sso/lti/services/members/other/0240001A", token).statusCode())
                .isEqualTo(404);
        assertThat(get("/sso/lti/services/members/tool/9990001Z", token).statusCode())
                .isEqualTo(404);
        assertThat(get("/sso/lti/services/members/tool/0240002B", token).body()).contains("\"members\":[]");
        world.portal.toggles.switchOff("connector:other");
        String others = token("other", ServiceScope.MEMBERS);
        assertThat(get("/sso/lti/services/members/other/0240001A", others).statusCode())
                .isEqualTo(404);
        assertThat(get(MEMBERS, null).statusCode()).isEqualTo(401);
        assertThat(get(MEMBERS, "lti-guessed").statusCode()).isEqualTo(401);
        assertThat(get(MEMBERS, token(ServiceScope.SCORE)).statusCode()).isEqualTo(403);
        assertThat(world.recorded.refused).anyMatch(note -> note.startsWith("tool members "));
    }

    @Test
    void aScoreIsReadByTheToolAndByTheUserHimself() throws Exception {
        JWTClaimsSet launch = world.launch(world.pupil);
        Map<String, Object> endpoint = launch.getJSONObjectClaim(LaunchToken.GRADES);
        assertThat(endpoint).containsEntry("lineitems", ISSUER + "/services/lineitems/tool/0240001A");
        String token = token(ServiceScope.LINE_ITEM, ServiceScope.SCORE, ServiceScope.RESULT);
        String item = made(token, Map.of("label", "Fractions", "scoreMaximum", 20, "tag", "quiz"));

        assertThat(score(item, token, launch.getSubject(), 7, 10, "2026-11-22T08:30:00Z")
                        .statusCode())
                .isEqualTo(204);
        assertThat(score(item, token, launch.getSubject(), 9, 10, "2026-11-22T08:30:00Z")
                        .statusCode())
                .as("not later")
                .isEqualTo(409);

        List<Object> results =
                JSONArrayUtils.parse(get(item + "/results", token).body());
        assertThat(results).singleElement().satisfies(each -> assertThat(((Map<?, ?>) each).get("resultScore"))
                .isEqualTo(14.0));
        assertThat(get(ITEMS + "?tag=quiz", token).body()).contains("Fractions");
        assertThat(get(ITEMS + "?tag=none", token).body()).isEqualTo("[]");
        assertThat(world.server.get("/sso/lti/links/tool", world.pupil).body()).contains("Fractions", "14");
        assertThat(world.server.get("/sso/lti/links/tool", world.teacher).body())
                .doesNotContain("Fractions");
        world.roster.erased(List.of(world.pupil.accountId()));
        assertThat(get(item + "/results", token).body()).isEqualTo("[]");
    }

    @Test
    void changesAndRemovesLineItems() throws Exception {
        String token = token(ServiceScope.LINE_ITEM);
        String item = made(token, Map.of("label", "Lecture", "scoreMaximum", 10));

        HttpResponse<String> changed = world.call(
                "PUT",
                item,
                token,
                ITEM_TYPE,
                JSONObjectUtils.toJSONString(Map.of("label", "Lire", "scoreMaximum", 5)));

        assertThat(changed.body()).contains("Lire", ISSUER + "/services/lineitems/tool/0240001A/");
        assertThat(world.call("DELETE", item, token, ITEM_TYPE, "").statusCode())
                .isEqualTo(204);
        assertThat(get(item, token).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesScoresAndLineItemsThatAreNotTheTools() throws Exception {
        String sub = world.launch(world.pupil).getSubject();
        String token = token(ServiceScope.LINE_ITEM, ServiceScope.SCORE, ServiceScope.RESULT);
        String item = made(token, Map.of("label", "Dictée", "scoreMaximum", 20));
        String others = token("other", ServiceScope.LINE_ITEM, ServiceScope.SCORE, ServiceScope.RESULT);

        assertThat(get(item, others).statusCode()).as("another tool's token").isEqualTo(404);
        assertThat(get(item.replace("/tool/", "/other/"), others).statusCode()).isEqualTo(404);
        assertThat(score(item.replace("0240001A", "0240002B"), token, sub, 1, 2, "2026-11-22T09:00:00Z")
                        .statusCode())
                .as("another school")
                .isEqualTo(404);
        assertThat(score(item, token, "0".repeat(40), 1, 2, "2026-11-22T09:00:00Z")
                        .statusCode())
                .as("somebody who never came")
                .isEqualTo(404);
        assertThat(score(item, token, sub, -1, 2, "2026-11-22T09:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(score(item, token, sub, 1, 0, "2026-11-22T09:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(score(item, token, sub, 1, 2, "yesterday").statusCode()).isEqualTo(400);
        assertThat(score(item, token(ServiceScope.RESULT), sub, 1, 2, "2026-11-22T09:00:00Z")
                        .statusCode())
                .as("without the scope")
                .isEqualTo(403);
        assertThat(world.call("POST", ITEMS, token(ServiceScope.LINE_ITEM_READ), ITEM_TYPE, "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(world.call("POST", ITEMS, token, ITEM_TYPE, "[]").statusCode())
                .isEqualTo(400);
        assertThat(world.call("POST", ITEMS, token, ITEM_TYPE, "{\"label\":\"x\",\"scoreMaximum\":0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.call(
                                "POST",
                                ITEMS,
                                token,
                                ITEM_TYPE,
                                "{\"label\":\"x\",\"scoreMaximum\":1,\"resourceLinkId\":\"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.call("POST", ITEMS, token, ITEM_TYPE, "{\"label\":\"" + "x".repeat(70_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(world.call("PATCH", item, token, ITEM_TYPE, "{}").statusCode())
                .isIn(403, 405);
    }

    @Test
    void givesNoTokenWithoutTheToolsOwnFreshAssertion() throws Exception {
        JWTClaimsSet good = assertion("tool").build();
        String used = LtiWorld.signed(world.toolKey, good);
        assertThat(ask(used, ServiceScope.MEMBERS).statusCode()).isEqualTo(200);

        noToken(used);
        noToken(LtiWorld.signed(FakeSigningKeys.rsa(), assertion("tool").build()));
        noToken(new PlainJWT(assertion("tool").build()).serialize());
        noToken(mac(assertion("tool").build()));
        noToken(signed(assertion("tool").issuer("nobody")));
        noToken(signed(assertion("tool").subject("other")));
        noToken(signed(assertion("tool").audience("https://evil.example")));
        noToken(signed(assertion("tool").audience(List.of(ISSUER, "https://evil.example"))));
        noToken(signed(assertion("tool").expirationTime(new Date(0))));
        noToken(signed(
                assertion("tool").expirationTime(Date.from(world.clock.instant().plusSeconds(7_200)))));
        noToken(signed(
                assertion("tool").issueTime(Date.from(world.clock.instant().plusSeconds(600)))));
        noToken(signed(assertion("tool").jwtID(null)));
        assertThat(world.call("GET", TOKEN, null, FORM, "").statusCode()).isEqualTo(405);
        assertThat(world.call("POST", TOKEN, null, FORM, "grant_type=password").statusCode())
                .isEqualTo(400);
        assertThat(world.call(
                                "POST",
                                TOKEN,
                                null,
                                FORM,
                                form(signed(assertion("tool")), "https://purl.imsglobal.org/spec/none"))
                        .body())
                .contains("invalid_scope");
    }

    @Test
    void offersNothingUnlessTheConnectorSaysSo() throws Exception {
        try (LtiWorld plain = new LtiWorld(new Category3Policy(), Map.of())) {
            HttpResponse<String> answer = plain.call(
                    "POST",
                    TOKEN,
                    null,
                    FORM,
                    form(LtiWorld.signed(plain.toolKey, assertion("tool").build()), ServiceScope.MEMBERS.uri()));
            assertThat(answer.body()).contains("invalid_scope");
            assertThat(plain.launch(plain.pupil).getClaims())
                    .doesNotContainKeys(LaunchToken.GRADES, LaunchToken.MEMBERS);
        }
    }

    private void noToken(String assertion) {
        HttpResponse<String> answer = ask(assertion, ServiceScope.MEMBERS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    private String token(ServiceScope... scopes) throws Exception {
        return token("tool", scopes);
    }

    private String token(String client, ServiceScope... scopes) throws Exception {
        HttpResponse<String> answer = ask(signed(assertion(client)), scopes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSONObjectUtils.parse(answer.body()).get("access_token").toString();
    }

    private HttpResponse<String> ask(String assertion, ServiceScope... scopes) {
        StringBuilder asked = new StringBuilder();
        for (ServiceScope scope : scopes) {
            asked.append(asked.isEmpty() ? "" : " ").append(scope.uri());
        }
        return world.call("POST", TOKEN, null, FORM, form(assertion, asked.toString()));
    }

    private static String form(String assertion, String scope) {
        return "grant_type=client_credentials&client_assertion_type="
                + Launches.encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                + assertion + "&scope=" + Launches.encoded(scope);
    }

    private JWTClaimsSet.Builder assertion(String client) {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(ISSUER + "/services/token")
                .issueTime(Date.from(world.clock.instant()))
                .expirationTime(Date.from(world.clock.instant().plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
    }

    private String signed(JWTClaimsSet.Builder claims) throws Exception {
        return LtiWorld.signed(world.toolKey, claims.build());
    }

    /** Signed by a secret that is the tool's public key. */
    private String mac(JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("t1").build(), claims);
        jwt.sign(new MACSigner(world.toolKey.getPublic().getEncoded()));
        return jwt.serialize();
    }

    private HttpResponse<String> get(String path, @Nullable String token) {
        return world.call("GET", path, token, "application/json", "");
    }

    private String made(String token, Map<String, Object> item) {
        HttpResponse<String> answer = world.call("POST", ITEMS, token, ITEM_TYPE, JSONObjectUtils.toJSONString(item));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpResponse<String> score(String item, String token, String user, int given, int most, String at) {
        return world.call(
                "POST",
                item + "/scores",
                token,
                SCORE_TYPE,
                JSONObjectUtils.toJSONString(Map.of(
                        "userId", user,
                        "scoreGiven", given,
                        "scoreMaximum", most,
                        "activityProgress", "Completed",
                        "gradingProgress", "FullyGraded",
                        "timestamp", at)));
    }
}
