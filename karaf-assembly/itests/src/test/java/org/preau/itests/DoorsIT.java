package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** What a stranger meets at the portal's doors, without a browser. */
class DoorsIT {
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.demo("doors");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void reservedPathsNeverAnswerAPageForAPartThatIsMissing() {
        PlainClient stranger = new PlainClient(portal);
        for (String path : List.of(
                "/sso/nothing",
                "/sso",
                "/connect/nothing",
                "/api/v9",
                "/res/none/1/x.css",
                "/signin/nothing",
                "/healthy",
                "/metrics/x")) {
            HttpResponse<String> answer = stranger.get(path, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isIn(303, 404, 503);
            if (answer.statusCode() == 303) {
                assertThat(PlainClient.location(answer)).as(path).startsWith("/signin");
            }
        }
        assertThat(stranger.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void theStrangersOwnSessionIdIsNeverAdopted() {
        PlainClient client = new PlainClient(portal);
        HttpCookie chosen = new HttpCookie("JSESSIONID", "node0chosenbyattacker0");
        chosen.setPath("/");
        client.cookies.getCookieStore().add(portal.uri("/"), chosen);
        client.signIn(portal.demoLogin("TEACHER"));
        HttpResponse<String> page = client.get("/", "Accept", "text/html");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .noneMatch(cookie -> cookie.contains("chosenbyattacker"));
    }

    @Test
    void nobodyIsSentAwayFromThePortalAfterSignIn() {
        for (String evil :
                List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "https:evil.example")) {
            PlainClient client = new PlainClient(portal);
            HttpResponse<String> form = client.get(
                    "/signin?return=" + java.net.URLEncoder.encode(evil, java.nio.charset.StandardCharsets.UTF_8));
            Portal.Login teacher = portal.demoLogin("TEACHER");
            HttpResponse<String> answer =
                    client.submit(form, Map.of("username", teacher.username(), "password", teacher.password()));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(PlainClient.location(answer)).as(evil).startsWith("/").doesNotContain("evil");
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        PlainClient client = new PlainClient(portal);
        client.get("/signin");
        Portal.Login teacher = portal.demoLogin("TEACHER");
        HttpResponse<String> answer =
                client.post("/signin/local", Map.of("username", teacher.username(), "password", teacher.password()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(client.cookie("preau")).isEmpty();
    }

    @Test
    void aFormPostedFromAnotherSiteIsRefused() {
        PlainClient client = new PlainClient(portal);
        Map<String, String> form = new java.util.HashMap<>(
                PlainClient.hiddenFields(client.get("/signin").body()));
        Portal.Login teacher = portal.demoLogin("TEACHER");
        form.put("username", teacher.username());
        form.put("password", teacher.password());
        assertThat(client.post("/signin/local", form, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anUnknownLoginAndAWrongPasswordLookTheSame() {
        assertThat(refusal("nobody.atall"))
                .isEqualTo(refusal(portal.demoLogin("TEACHER").username()));
    }

    @Test
    @Requirement("71E")
    void signInsAreInTheAuditTrail() {
        new PlainClient(portal).signIn(portal.demoLogin("HEAD"));
        assertThat(portal.json("preau:audit-list --json").toString()).contains("signin");
    }

    @Test
    void aRevokedSessionIsOutAtOnce() {
        PlainClient client = new PlainClient(portal).signIn(portal.demoLogin("STAFF"));
        assertThat(client.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
        assertThat(portal.exec("preau:session-revoke --login "
                                + portal.demoLogin("STAFF").username())
                        .status())
                .isZero();
        HttpResponse<String> answer = client.get("/", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(PlainClient.location(answer)).startsWith("/signin");
    }

    @Test
    @Requirement("75E")
    void healthAndMetricsAnswerTheOperator() {
        PlainClient operator = new PlainClient(portal);
        assertThat(operator.get("/health").body()).contains("\"status\":\"UP\"");
        assertThat(operator.get("/metrics").body()).contains("jvm_memory_used_bytes");
    }

    private String refusal(String login) {
        PlainClient client = new PlainClient(portal);
        HttpResponse<String> answer =
                client.submit(client.get("/signin"), Map.of("username", login, "password", "wrong-password-1"));
        return answer.statusCode()
                + answer.body().replace(login, "LOGIN").replaceAll("(?s)<input type=\"hidden\"[^>]*>", "");
    }
}
