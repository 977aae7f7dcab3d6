package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codes that buy nothing. */
class RefusedCodeTest extends TokenVisits {
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
        world.clock.pass(Duration.ofSeconds(61));
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
}
