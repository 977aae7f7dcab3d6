package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;

/** Authorization requests that are refused, each noted for the integrator. */
class RefusedRequestTest extends OidcVisits {
    @BeforeEach
    void forget() {
        world.recorded.refused.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://quiz.example/app/callback/",
                "https://quiz.example/app/callback?next=https://evil.example",
                "https://quiz.example/app/callback#x",
                "https://quiz.example/app/../app/callback",
                "https://quiz.example/app/%63allback",
                "https://quiz.example:443/app/callback",
                "https://QUIZ.example/app/callback",
                "http://quiz.example/app/callback",
                "https://quiz.example.evil.example/app/callback",
                "https://evil.example/https://quiz.example/app/callback",
                "https://quiz.example@evil.example/app/callback",
                "https://quiz.example\\@evil.example/app/callback",
                "//quiz.example/app/callback",
                "javascript:alert(1)",
                "https://quiz.example/app/cb?lang=fr&x=1",
                " https://quiz.example/app/callback",
                "http://127.0.0.1:8080/callback",
                "https://other.example/callback",
                ""
            })
    void sendsTheBrowserNowhereForAnAddressThatIsNotDeclaredToTheLetter(String redirect) {
        HttpResponse<String> answer = browser.authorize(Browser.request("redirect_uri", redirect), world.pupil);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("page refused");
        noted("quiz authorize redirect_uri");
    }

    @Test
    void sendsTheBrowserNowhereForAnUnknownClient() {
        for (String client : new String[] {"nobody", "QUIZ", "quiz' or '1'='1", ""}) {
            HttpResponse<String> answer = browser.authorize(Browser.request("client_id", client), world.pupil);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
        noted(" authorize no connector");
    }

    @Test
    void servesNeitherOfTwoConnectorsThatClaimOneClient() {
        world.declare("twin", "client.secret", OidcWorld.SECRET, "redirect.uris", "https://twin.example/cb");
        world.declare(
                "twin2",
                "client.id",
                "twin",
                "client.secret",
                OidcWorld.SECRET,
                "redirect.uris",
                "https://evil.example/cb");

        HttpResponse<String> answer = browser.authorize(
                Browser.request("client_id", "twin", "redirect_uri", "https://evil.example/cb"), world.pupil);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_type, none, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "response_mode, query.jwt, invalid_request",
        "scope, profile, invalid_scope",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://evil.example/r, request_uri_not_supported",
        "registration, {}, registration_not_supported",
        "code_challenge_method, plain, invalid_request",
        "code_challenge, tooshort, invalid_request",
        "code_challenge, 0123456789012345678901234567890123456789012=, invalid_request",
        "prompt, none login, invalid_request",
        "prompt, create, invalid_request",
        "max_age, -1, invalid_request",
        "max_age, 99999999999, invalid_request",
        "id_token_hint, eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0., invalid_request"
    })
    void refusesByRedirectAndSaysWhoAnswers(String name, String value, String error) {
        Map<String, String> answer = Browser.answer(browser.authorize(Browser.request(name, value), world.pupil));

        assertThat(answer)
                .containsEntry("error", error)
                .containsEntry("iss", world.idTokens.issuer())
                .containsEntry("state", "a state")
                .doesNotContainKey("code");
        noted("quiz authorize " + error);
    }

    @Test
    void refusesTheDefaultMethodOfPkce() {
        Map<String, String> answer =
                Browser.answer(browser.authorize(Browser.request("code_challenge_method", ""), world.pupil));

        assertThat(answer).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void refusesAnApplicationWithoutPkce() {
        Map<String, String> answer = Browser.answer(browser.authorize(
                Browser.request(
                        "client_id",
                        "app",
                        "redirect_uri",
                        "fr.preau.app:/signed-in",
                        "code_challenge",
                        "",
                        "code_challenge_method",
                        ""),
                world.pupil));

        assertThat(answer).containsEntry("error", "invalid_request");
        noted("app authorize invalid_request: code_challenge is missing (PKCE)");
    }

    @Test
    void refusesAnotherPathOrHostOfALoopbackAddress() {
        for (String redirect : new String[] {
            "http://127.0.0.1:5000/other",
            "http://localhost:5000/callback",
            "http://127.0.0.1:5000/callback#x",
            "http://127.0.0.1.evil.example/callback",
            "http://127.0.0.1:5000@evil.example/callback",
            "https://127.0.0.1:5000/callback",
            "fr.preau.app.evil:/signed-in",
            "http://127.0.0.1:5000\\callback"
        }) {
            assertThat(browser.authorize(Browser.request("client_id", "app", "redirect_uri", redirect), world.pupil)
                            .statusCode())
                    .as(redirect)
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesAParameterThatComesTwice() {
        String twice = Browser.encoded(Browser.request()) + "&scope=openid";
        assertThat(Browser.answer(browser.get("/sso/oidc/authorize?" + twice, world.pupil)))
                .containsEntry("error", "invalid_request");

        String redirects = Browser.encoded(Browser.request()) + "&redirect_uri=https%3A%2F%2Fevil.example%2F";
        assertThat(browser.get("/sso/oidc/authorize?" + redirects, world.pupil).statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAStateThatIsTooLong() {
        assertThat(Browser.answer(browser.authorize(Browser.request("state", "x".repeat(1_001)), world.pupil)))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void keepsAUserOutsideTheAudienceOut() {
        PortalSession guardian =
                world.portal.sessions.signIn("g.martin", Profile.GUARDIAN, world.portal.school, world.clock.instant());

        assertThat(Browser.answer(browser.authorize(Browser.request(), guardian)))
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
        assertThat(world.portal.audit.entries())
                .noneMatch(entry -> guardian.accountId().equals(entry.accountId()));
    }

    @Test
    void takesNoForgedProofOfAFreshSignIn() {
        PortalSession later = world.portal.sessions.signIn(
                "zoe.martin",
                Profile.STUDENT,
                world.portal.school,
                world.clock.instant().plusSeconds(1));
        long now = world.clock.instant().getEpochSecond();
        for (String forged : new String[] {now + "." + "0".repeat(64), now + ".", "0", "x.y"}) {
            HttpResponse<String> answer =
                    browser.authorize(Browser.request("prompt", "login", "preau_since", forged), later);
            assertThat(Browser.location(answer)).startsWith("/signin?renew=1&return=");
        }
        String ours = Browser.answer(browser.authorize(Browser.request("prompt", "login"), later))
                .get("return");
        assertThat(Browser.location(browser.get(ours.replace("a-nonce", "b-nonce"), later)))
                .startsWith("/signin?renew=1&return=");
    }

    @Test
    void grantsNoScopeThatTheOperatorDoesNot() {
        Map<String, Object> tokens = browser.tokens(world.pupil, "scope", "openid offline_access portal admin");

        assertThat(tokens).containsEntry("scope", "openid");
        assertThat(world.devices.of(world.pupil.accountId())).isEmpty();
        assertThat(world.tokenSessions.byToken((String) tokens.get("access_token")))
                .isEmpty();
    }

    @Test
    void refusesAHintOfAnotherUser() {
        PortalSession other =
                world.portal.sessions.signIn("bo.petit", Profile.STUDENT, world.portal.school, world.clock.instant());
        String hint = (String) browser.tokens(other).get("id_token");

        assertThat(Browser.answer(
                        browser.authorize(Browser.request("prompt", "none", "id_token_hint", hint), world.pupil)))
                .containsEntry("error", "login_required");
    }

    private void noted(String beginning) {
        assertThat(world.recorded.refused).anyMatch(note -> note.startsWith(beginning));
        assertThat(world.recorded.refused).noneMatch(note -> note.contains("zoe") || note.contains("a-nonce"));
    }
}
