package org.preau.core.shell.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.signin.SessionEnded;
import org.preau.core.shell.bridge.ShellServer.Browser;

/** Who gets in, and what every page and file of the shell carries. */
class PortalServletTest extends ShellWorld {
    @Test
    void aStrangerIsSentToSignInAndNoSessionIsMade() throws Exception {
        HttpResponse<String> answer = shell.browser(null).get("/app/news?q=a+b");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/signin?return=%2Fapp%2Fnews%3Fq%3Da%2Bb");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aStrangersRequestsAreRefused() throws Exception {
        Browser stranger = shell.browser(null);
        assertThat(stranger.post("[]").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/?v-r=init&location=").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/?v-r=heartbeat").statusCode()).isEqualTo(403);
    }

    @Test
    void whileSessionsAreAwayPagesGoToSignInAndActsAreToBeTriedAgain() throws Exception {
        shell.neighbours.sessionsThere = false;
        Browser browser = shell.browser(teacher);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
        assertThat(browser.post("[]").statusCode()).isEqualTo(503);
    }

    @Test
    void aPageOfAnEndedSessionIsRefused() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        shell.neighbours.sessions.end(teacher.id());
        assertThat(browser.post("[]").statusCode()).isEqualTo(401);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void anotherPortalSessionNeverGetsThePagesOfThisOne() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        browser.be(shell.neighbours.sessions.open(Profile.STUDENT, "Zoé"));
        assertThat(browser.post("[]").statusCode()).isEqualTo(401);
        assertThat(browser.open("/")).contains("Zoé").doesNotContain("Ana");
    }

    @Test
    void theEndOfASessionClosesItsPages() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        new SessionEndedListener(shell.sessions).on(new SessionEnded(List.of(teacher.id())));
        assertThat(browser.ping()).contains("sessionExpired");
    }

    @Test
    void actsCountAndHeartbeatsDoNot() throws Exception {
        Browser browser = shell.browser(teacher);
        browser.open("/");
        int acts = shell.neighbours.sessions.touched.size();
        browser.get("/?v-r=heartbeat&v-uiId=0");
        assertThat(shell.neighbours.sessions.touched).hasSize(acts);
        browser.ping();
        assertThat(shell.neighbours.sessions.touched).hasSize(acts + 1);
    }

    @Test
    void theStartPageHasItsPolicyAndANonceOnEveryScript() throws Exception {
        HttpResponse<String> page = shell.browser(teacher).get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceAll("(?s).*'nonce-([^']+)'.*", "$1");
        assertThat(policy).contains("frame-ancestors 'none'").contains("default-src 'none'");
        assertThat(page.body())
                .contains("lang=\"fr\"")
                .contains("data-preau-size=\"100\"")
                .contains("manifest.webmanifest");
        assertThat(page.body().split("<script", -1)).allSatisfy(part -> assertThat(part)
                .satisfiesAnyOf(text -> assertThat(text).contains("nonce=\"" + nonce + "\""), text -> assertThat(text)
                        .startsWith("<!")));
        assertThat(shell.browser(teacher).get("/").headers().firstValue("Content-Security-Policy"))
                .isNotEqualTo(Optional.of(policy));
    }

    @Test
    void filesOfTheBrowsersPartAreImmutableAndCompressed() throws Exception {
        Browser browser = shell.browser(null);
        String push = "/VAADIN/static/push/vaadinPush-min.js";
        assertThat(browser.bytes(push, "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(browser.bytes(push, "").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(browser.bytes(push, "").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(header -> assertThat(header).contains("immutable"));
        assertThat(browser.bytes("/VAADIN/build/none.js", "").statusCode()).isEqualTo(404);
    }

    @Test
    void thePortalCanBeInstalledAndNamesNobody() throws Exception {
        Browser browser = shell.browser(null);
        assertThat(browser.get("/manifest.webmanifest").body())
                .contains("\"name\": \"ENT\"")
                .contains("standalone");
        assertThat(browser.get("/sw.js").body()).contains("offline.html");
        assertThat(browser.get("/offline.html").body()).contains("Pas de connexion");
        assertThat(browser.get("/icon.svg").body()).startsWith("<svg");
    }
}
