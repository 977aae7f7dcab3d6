package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.signin.PortalSession;

/** What the provider does when everything is right. */
class CodeFlowTest extends OidcVisits {
    @Test
    @Requirement({"3112A", "3113-3"})
    void givesAPairwiseSubjectAndWhatCategory3AllowsAndNothingElse() throws Exception {
        HttpResponse<String> answer = browser.authorize(Browser.request(), world.pupil);
        assertThat(Browser.location(answer)).startsWith(OidcWorld.REDIRECT + "?");
        assertThat(Browser.answer(answer))
                .containsEntry("state", "a state")
                .containsEntry("iss", world.idTokens.issuer());

        Map<String, Object> tokens = Browser.json(
                browser.token(Browser.redemption(Browser.answer(answer).get("code"))));
        assertThat(tokens).containsEntry("token_type", "Bearer").containsKeys("access_token", "refresh_token");

        SignedJWT idToken = SignedJWT.parse((String) tokens.get("id_token"));
        JWKSet published = JWKSet.parse(browser.get("/sso/oidc/jwks", null).body());
        assertThat(idToken.verify(new RSASSAVerifier(
                        published.getKeyByKeyId(idToken.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(idToken.getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "exp", "auth_time", "nonce", "sid", "at_hash");
        assertThat(idToken.getJWTClaimsSet().getAudience()).containsExactly("quiz");
        assertThat(idToken.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("a-nonce");
        String sub = idToken.getJWTClaimsSet().getSubject();
        assertThat(sub).matches("[0-9a-f]{40}");

        assertThat(Browser.json(browser.bearer("/sso/oidc/userinfo", (String) tokens.get("access_token"))))
                .isEqualTo(Map.of(
                        "sub", sub,
                        "ent_person_profils", "National_elv",
                        "ent_person_struct_rattach_uai", "0240001A"));
        assertThat(world.recorded.done).contains("quiz authorize", "quiz token", "quiz userinfo");
        assertThat(world.recorded.visits).anyMatch(visit -> visit.handle().endsWith(" " + sub));
    }

    @Test
    void anotherServiceKnowsTheSameUserByAnotherName() throws Exception {
        String here = sub(browser.tokens(world.pupil));
        String code = browser.code(
                Browser.request("client_id", "other", "redirect_uri", "https://other.example/callback"), world.pupil);
        HttpResponse<String> there = browser.post(
                "/sso/oidc/token",
                Browser.encoded(Browser.redemption(
                        code,
                        "redirect_uri",
                        "https://other.example/callback",
                        "client_id",
                        "other",
                        "client_secret",
                        OidcWorld.OTHER_SECRET)),
                null,
                null);

        assertThat(sub(Browser.json(there))).matches("[0-9a-f]{40}").isNotEqualTo(here);
    }

    @Test
    void aCodeOfOneNodeIsGoodOnTheOther() {
        String code = browser.code(Browser.request(), world.pupil);

        assertThat(Browser.json(world.otherNode.token(Browser.redemption(code))))
                .containsKey("id_token");
    }

    @Test
    void sendsWhoIsNotSignedInToSignInAndBack() {
        String location = Browser.location(browser.authorize(Browser.request(), null));

        assertThat(location).startsWith("/signin?return=%2Fsso%2Foidc%2Fauthorize%3F");
        assertThat(Browser.answer(browser.authorize(Browser.request("prompt", "none"), null)))
                .containsEntry("error", "login_required");
        assertThat(Browser.answer(browser.authorize(Browser.request("prompt", "none"), world.pupil)))
                .containsKey("code");
    }

    @Test
    void makesAGetOfACrossSitePost() {
        HttpResponse<String> answer =
                browser.post("/sso/oidc/authorize", Browser.encoded(Browser.request()), null, null);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.answer(browser.get(Browser.location(answer), world.pupil)))
                .containsKey("code");
    }

    @Test
    void postsTheAnswerWhereTheServiceWishesIt() {
        HttpResponse<String> page =
                browser.authorize(Browser.request("response_mode", "form_post", "state", "<&\"'>"), world.pupil);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "action=\"" + OidcWorld.REDIRECT + "\"",
                        "name=\"code\"",
                        "name=\"iss\"",
                        "&lt;&amp;&quot;&#39;&gt;");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void asksForAFreshSignInAndKnowsOne() {
        Map<String, String> request = Browser.request("prompt", "login");
        String location = Browser.location(browser.authorize(request, world.pupil));
        assertThat(location).startsWith("/signin?renew=1&return=");
        String again = Browser.answer(browser.authorize(request, world.pupil)).get("return");
        assertThat(Browser.location(browser.get(again, world.pupil))).startsWith("/signin?renew=1&return=");

        PortalSession fresh = signedInNow();
        assertThat(Browser.answer(browser.get(again, fresh))).containsKey("code");
    }

    @Test
    void asksAgainWhoSignedInTooLongAgo() {
        assertThat(Browser.location(browser.authorize(Browser.request("max_age", "60"), world.pupil)))
                .startsWith("/signin?renew=1");
        assertThat(Browser.answer(browser.authorize(Browser.request("max_age", "3600"), world.pupil)))
                .containsKey("code");
    }

    @Test
    @Requirement("3113-3")
    void asksInWhichSchoolFirst() {
        PortalSession teacher = world.portal.sessions.signIn("ana.roy", Profile.TEACHER, world.portal.school);
        world.portal.sessions.alsoIn(teacher, Profile.TEACHER, world.portal.otherSchool);

        assertThat(Browser.location(browser.authorize(Browser.request(), teacher)))
                .startsWith("/connect/school/quiz?back=%2Fsso%2Foidc%2Fauthorize%3F");
        assertThat(Browser.answer(browser.authorize(Browser.request("prompt", "none"), teacher)))
                .containsEntry("error", "interaction_required");
    }

    @Test
    void asksTheUserWhereTheServiceWishesIt() {
        HttpResponse<String> page = browser.authorize(Browser.request("prompt", "consent"), world.pupil);
        assertThat(page.body()).contains("page confirm");
        String form = "request=" + Parameters.encoded(Browser.encoded(Browser.request("prompt", "consent")));

        assertThat(Browser.answer(
                        browser.post("/sso/oidc/authorize/confirm", form + "&decision=yes", world.pupil, null)))
                .containsKey("code");
        assertThat(Browser.answer(
                        browser.post("/sso/oidc/authorize/confirm", form + "&decision=no", world.pupil, null)))
                .containsEntry("error", "access_denied");
    }

    @Test
    void oldTokensVerifyAfterTheKeyWasRotated() throws Exception {
        Map<String, Object> before = browser.tokens(world.pupil);
        world.signingKeys.rotate("sso.oidc", world.clock.instant());
        Map<String, Object> after = browser.tokens(world.pupil);

        JWKSet published = JWKSet.parse(browser.get("/sso/oidc/jwks", null).body());
        for (Map<String, Object> tokens : List.of(before, after)) {
            SignedJWT idToken = SignedJWT.parse((String) tokens.get("id_token"));
            assertThat(idToken.verify(new RSASSAVerifier(published
                            .getKeyByKeyId(idToken.getHeader().getKeyID())
                            .toRSAKey())))
                    .isTrue();
        }
        assertThat(published.toPublicJWKSet().toString()).isEqualTo(published.toString());
    }

    @Test
    void tellsWhatItOffers() {
        Map<String, Object> document = Browser.json(browser.get("/sso/oidc/.well-known/openid-configuration", null));

        assertThat(document)
                .containsEntry("issuer", world.idTokens.issuer())
                .containsEntry("response_types_supported", List.of("code"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("subject_types_supported", List.of("pairwise"))
                .containsEntry("authorization_response_iss_parameter_supported", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:51234/callback",
                "http://[::1]:80/callback",
                "http://127.0.0.1/callback",
                "fr.preau.app:/signed-in"
            })
    void answersAnApplicationOnADevice(String redirect) {
        Map<String, String> request = Browser.request("client_id", "app", "redirect_uri", redirect);
        HttpResponse<String> answer = browser.authorize(request, world.pupil);
        assertThat(Browser.location(answer)).startsWith(redirect + "?code=");

        HttpResponse<String> tokens = browser.post(
                "/sso/oidc/token",
                Browser.encoded(Browser.redemption(
                        Browser.answer(answer).get("code"), "redirect_uri", redirect, "client_id", "app")),
                null,
                null);

        assertThat(Browser.json(tokens)).containsKey("access_token");
    }

    private PortalSession signedInNow() {
        world.clock.pass(Duration.ofSeconds(5));
        return world.portal.sessions.signIn("zoe.martin", Profile.STUDENT, world.portal.school, world.clock.instant());
    }

    static String sub(Map<String, Object> tokens) throws Exception {
        return SignedJWT.parse((String) tokens.get("id_token"))
                .getJWTClaimsSet()
                .getSubject();
    }
}
