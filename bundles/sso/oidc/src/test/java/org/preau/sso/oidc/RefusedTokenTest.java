package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;

/** Codes and tokens that are refused; nothing secret is ever logged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedTokenTest {
    private OidcWorld world;
    private Browser browser;
    private LogWatch log;

    @BeforeAll
    void open() {
        world = new OidcWorld();
        browser = world.browser;
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void watch() {
        log = new LogWatch();
        world.recorded.refused.clear();
    }

    @AfterEach
    void nothingSecretIsLogged() {
        log.close();
        List<String> all = new ArrayList<>(log.lines());
        all.addAll(world.recorded.refused);
        assertThat(all)
                .noneMatch(line -> line.contains("code-")
                        || line.contains("at-")
                        || line.contains("rt-")
                        || line.contains(OidcWorld.SECRET)
                        || line.contains(Browser.VERIFIER));
    }

    @Test
    void aCodeUsedTwiceTakesBackWhatTheFirstUseGave() {
        String code = code();
        Map<String, Object> first = Browser.json(browser.token(Browser.redemption(code)));
        assertThat(userInfo(first)).isEqualTo(200);

        refused(browser.token(Browser.redemption(code)), "invalid_grant");

        assertThat(userInfo(first)).isEqualTo(401);
        refused(refresh(first), "invalid_grant");
        assertThat(log.lines()).anyMatch(line -> line.contains("brought twice"));
    }

    @Test
    void ofSeveralUsesAtOnceOnTwoNodesAtMostOneSucceedsAndNothingStaysGood() throws Exception {
        for (int round = 0; round < 5; round++) {
            String code = code();
            List<HttpResponse<String>> answers = together(8, node -> node.token(Browser.redemption(code)));

            List<HttpResponse<String>> good =
                    answers.stream().filter(each -> each.statusCode() == 200).toList();
            assertThat(good).hasSizeLessThanOrEqualTo(1);
            good.forEach(each -> assertThat(userInfo(Browser.json(each))).isEqualTo(401));
        }
    }

    @Test
    void aCodeOfAnotherClientIsRefusedAndUsedUp() {
        String code = code();
        refused(asOther(Browser.redemption(code)), "invalid_grant");
        refused(browser.token(Browser.redemption(code)), "invalid_grant");
    }

    @Test
    void aCodeGoesWithItsAddress() {
        refused(
                browser.token(Browser.redemption(code(), "redirect_uri", "https://quiz.example/app/cb?lang=fr")),
                "invalid_grant");
        refused(browser.token(Browser.redemption(code(), "redirect_uri", "")), "invalid_grant");
    }

    @Test
    void aCodeThatIsTooOldOrMadeUpIsRefused() {
        String code = code();
        world.clock.move(Duration.ofSeconds(61));
        refused(browser.token(Browser.redemption(code)), "invalid_grant");
        refused(browser.token(Browser.redemption("code-' or '1'='1")), "invalid_grant");
    }

    @Test
    void aStolenCodeIsWorthNothingWithoutItsVerifier() {
        refused(browser.token(Browser.redemption(code(), "code_verifier", "")), "invalid_grant");
        refused(browser.token(Browser.redemption(code(), "code_verifier", "x".repeat(43))), "invalid_grant");
        String challenge = Secrets.challenge(Browser.VERIFIER);
        refused(browser.token(Browser.redemption(code(), "code_verifier", challenge)), "invalid_grant");
    }

    @Test
    void aCodeInjectedIntoAnotherSignInIsRefused() {
        Map<String, String> attackers = Browser.request("code_challenge", Secrets.challenge("a".repeat(43)));
        String injected = browser.code(attackers, world.pupil);

        refused(browser.token(Browser.redemption(injected)), "invalid_grant");
    }

    @Test
    void pkceCannotBeTakenAway() {
        String code = browser.code(Browser.request("code_challenge", "", "code_challenge_method", ""), world.pupil);

        refused(browser.token(Browser.redemption(code)), "invalid_grant");
    }

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

        world.clock.move(Duration.ofSeconds(601));
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

    private interface Act {
        HttpResponse<String> on(Browser node);
    }

    private List<HttpResponse<String>> together(int times, Act act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch start = new CountDownLatch(times);
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Browser node = i % 2 == 0 ? browser : world.otherNode;
                calls.add(() -> {
                    start.countDown();
                    start.await();
                    return act.on(node);
                });
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private String code() {
        return browser.code(Browser.request(), world.pupil);
    }

    private HttpResponse<String> refresh(Map<String, Object> tokens) {
        return browser.token(
                Map.of("grant_type", "refresh_token", "refresh_token", (String) tokens.get("refresh_token")));
    }

    private HttpResponse<String> asOther(Map<String, String> form) {
        return browser.post(
                "/sso/oidc/token", Browser.encoded(form), null, Browser.basic("other", OidcWorld.OTHER_SECRET));
    }

    private int userInfo(Map<String, Object> tokens) {
        return browser.bearer("/sso/oidc/userinfo", (String) tokens.get("access_token"))
                .statusCode();
    }

    private void refused(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.json(answer)).containsEntry("error", error).doesNotContainKey("access_token");
        assertThat(world.recorded.refused).anyMatch(note -> note.contains(" token " + error));
    }
}
