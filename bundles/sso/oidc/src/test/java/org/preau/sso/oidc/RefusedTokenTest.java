package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;

/** Tokens that open nothing any more. */
class RefusedTokenTest extends TokenVisits {
    @Test
    void aRefreshTokenIsGoodOnceAndItsReturnEndsTheFamily() {
        Map<String, Object> first = browser.tokens(world.pupil);
        Map<String, Object> second = Browser.json(refresh(first));
        assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));
        assertThat(userInfo(second)).isEqualTo(200);

        refused(refresh(first), "invalid_grant");

        assertThat(userInfo(second)).isEqualTo(401);
        refused(refresh(second), "invalid_grant");
    }

    @Test
    void aRefreshTokenUsedOnTwoNodesAtOnceEndsTheFamily() throws Exception {
        Map<String, Object> tokens = browser.tokens(world.pupil);
        List<HttpResponse<String>> answers = together(
                4,
                node -> node.token(
                        Map.of("grant_type", "refresh_token", "refresh_token", (String) tokens.get("refresh_token"))));

        assertThat(answers.stream().filter(each -> each.statusCode() == 200).toList())
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(each -> assertThat(userInfo(Browser.json(each))).isEqualTo(401));
    }

    @Test
    void aRefreshTokenOfAnotherClientIsRefused() {
        Map<String, Object> tokens = browser.tokens(world.pupil);
        refused(
                asOther(Map.of("grant_type", "refresh_token", "refresh_token", (String) tokens.get("refresh_token"))),
                "invalid_grant");
    }

    @Test
    void anAccessTokenIsNoRefreshTokenNorTheOtherWayRound() {
        Map<String, Object> tokens = browser.tokens(world.pupil);
        refused(
                browser.token(
                        Map.of("grant_type", "refresh_token", "refresh_token", (String) tokens.get("access_token"))),
                "invalid_grant");
        assertThat(browser.bearer("/sso/oidc/userinfo", (String) tokens.get("refresh_token"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whenTheUserSignsOutNothingStaysGood() {
        PortalSession session =
                world.portal.sessions.signIn("bo.petit", Profile.STUDENT, world.portal.school, world.clock.instant());
        String code = browser.code(Browser.request(), session);
        Map<String, Object> tokens = browser.tokens(session);
        world.portal.sessions.end(session);

        refused(browser.token(Browser.redemption(code)), "invalid_grant");
        assertThat(userInfo(tokens)).isEqualTo(401);
        refused(refresh(tokens), "invalid_grant");
    }

    @Test
    void whenTheServiceIsSwitchedOffItGetsNoMore() {
        world.declare("gone", "client.secret", OidcWorld.SECRET, "redirect.uris", "https://gone.example/cb");
        Map<String, String> request = Browser.request("client_id", "gone", "redirect_uri", "https://gone.example/cb");
        String basic = Browser.basic("gone", OidcWorld.SECRET);
        Map<String, Object> tokens = Browser.json(browser.post(
                "/sso/oidc/token",
                Browser.encoded(Browser.redemption(
                        browser.code(request, world.pupil), "redirect_uri", "https://gone.example/cb")),
                null,
                basic));
        assertThat(userInfo(tokens)).isEqualTo(200);
        world.portal.toggles.switchOff("connector:gone");
        String form = "grant_type=refresh_token&refresh_token=" + tokens.get("refresh_token");
        refused(browser.post("/sso/oidc/token", form, null, basic), "invalid_grant");

        world.portal.delete("org.preau.connector~gone.cfg");
        assertThat(userInfo(tokens)).isEqualTo(401);
    }

    @Test
    void tokensAreTakenInTheHeaderOnlyAndWhileTheyLive() {
        Map<String, Object> tokens = browser.tokens(world.pupil);
        String access = (String) tokens.get("access_token");
        assertThat(browser.get("/sso/oidc/userinfo?access_token=" + access, null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.post("/sso/oidc/userinfo", "access_token=" + access, null, null)
                        .statusCode())
                .isEqualTo(401);

        world.clock.pass(Duration.ofSeconds(601));
        assertThat(userInfo(tokens)).isEqualTo(401);
    }

    @Test
    void aServiceTakesBackItsOwnTokensOnly() {
        Map<String, Object> tokens = browser.tokens(world.pupil);
        String form = "token=" + tokens.get("refresh_token");
        String other = Browser.basic("other", OidcWorld.OTHER_SECRET);
        assertThat(browser.post("/sso/oidc/revoke", form, null, other).statusCode())
                .isEqualTo(200);
        assertThat(Browser.json(browser.post("/sso/oidc/introspect", form, null, other)))
                .isEqualTo(Map.of("active", false));
        assertThat(userInfo(tokens)).isEqualTo(200);

        String own = Browser.basic("quiz", OidcWorld.SECRET);
        assertThat(Browser.json(browser.post("/sso/oidc/introspect", form, null, own)))
                .containsEntry("active", true);
        assertThat(browser.post("/sso/oidc/revoke", form, null, own).statusCode())
                .isEqualTo(200);
        assertThat(userInfo(tokens)).isEqualTo(401);
        refused(refresh(tokens), "invalid_grant");
    }
}
