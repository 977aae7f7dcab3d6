package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.testing.PortalServer;

/** Attacks on tickets, service addresses and renew. */
class CasTicketAttacksTest extends CasAttacks {
    private static final String RENEW = "/sso/cas/login?renew=true&service=" + CasWorld.encoded(SERVICE);

    @Test
    void refusesAReplayedTicket() {
        String ticket = world.ticketFor(SERVICE);
        world.validate("/p3/serviceValidate", SERVICE, ticket);

        refused(world.validate("/p3/serviceValidate", SERVICE, ticket), "INVALID_TICKET", "quiz p3/serviceValidate: ");
    }

    @Test
    void acceptsATicketOnceHoweverManyNodesAreAskedAtTheSameTime() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            String ticket = world.ticketFor(SERVICE);
            CountDownLatch together = new CountDownLatch(8);
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                PortalServer node = i % 2 == 0 ? world.server : world.otherNode;
                calls.add(() -> {
                    together.countDown();
                    together.await();
                    return node.get(
                                    "/sso/cas/serviceValidate?service=" + CasWorld.encoded(SERVICE) + "&ticket="
                                            + ticket,
                                    null)
                            .body();
                });
            }
            int accepted = 0;
            for (Future<String> call : threads.invokeAll(calls)) {
                accepted += call.get().contains("authenticationSuccess") ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(1);
            noted("quiz serviceValidate: INVALID_TICKET");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesATicketAtAnotherAddressOfTheSameConnector() {
        refused(
                world.validate("/serviceValidate", "https://quiz.example/app/other", world.ticketFor(SERVICE)),
                "INVALID_SERVICE",
                "quiz serviceValidate: INVALID_SERVICE");
    }

    @Test
    void refusesATicketOfAnotherConnector() {
        refused(
                world.validate("/serviceValidate", ProxyWorld.BACK, world.ticketFor(SERVICE)),
                "INVALID_SERVICE",
                "quiz serviceValidate: INVALID_SERVICE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://quiz.example.evil.example/app/login",
                "https://quiz.example@evil.example/app/login",
                "http://quiz.example/app/login",
                "https://quiz.example:8443/app/login",
                "https://xn--quz-gma.example/app/login",
                "https://quiz.example./app/login",
            })
    void refusesALookAlikeAtLoginAndAtValidation(String lookAlike) {
        assertThat(world.login(lookAlike, world.pupil).statusCode()).isEqualTo(403);
        noted(" login: no connector declares");
        refused(
                world.validate("/serviceValidate", lookAlike, world.ticketFor(SERVICE)),
                "INVALID_SERVICE",
                "quiz serviceValidate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://quiz.example/app/../admin",
                "https://quiz.example/app/%2e%2e/admin",
                "https://quiz.example/app/..%2fadmin",
                "https://quiz.example/app/..;/admin",
                "https://quiz.example/app/%5c..%5cadmin",
                "https://quiz.example/app//evil.example/",
                "https://quiz.example\\@evil.example/app/login",
                "https://quiz.example/app/\r\nLocation: https://evil.example/",
                "https://quiz.example/app/\u0000",
            })
    void refusesTricksWithPaths(String tricky) {
        HttpResponse<String> answer = world.login(tricky, world.pupil);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        noted(" login: no connector declares");
        assertThat(world.portal.audit.entries()).isEmpty();
    }

    @Test
    void refusesATicketThatIsTooOld() {
        String ticket = world.ticketFor(SERVICE);
        world.clock.move(Duration.ofSeconds(10));

        refused(world.validate("/serviceValidate", SERVICE, ticket), "INVALID_TICKET", "quiz serviceValidate: ");
    }

    @Test
    void refusesATicketWhoseUserHasSignedOut() {
        PortalSession teacher = world.portal.sessions.signIn("ana", Profile.TEACHER, world.portal.school);
        String ticket = CasWorld.ticketIn(world.login(SERVICE, teacher));
        world.portal.sessions.end(teacher);

        refused(world.validate("/serviceValidate", SERVICE, ticket), "INVALID_TICKET", "quiz serviceValidate: ");
    }

    @Test
    void refusesTicketsThatAreNearlyRight() {
        String ticket = world.ticketFor(SERVICE);

        for (String near : List.of(
                ticket.toUpperCase(Locale.ROOT),
                ticket + " ",
                ticket + "\u0000",
                ticket.substring(0, ticket.length() - 1),
                ticket.replace("ST-", "PT-"),
                "ST-' or '1'='1",
                "ST-%")) {
            refused(world.validate("/serviceValidate", SERVICE, near), "INVALID_TICKET", "quiz serviceValidate: ");
        }
    }

    @Test
    void refusesParametersThatComeTwice() {
        String ticket = world.ticketFor(SERVICE);
        String twice = "/sso/cas/serviceValidate?service=" + CasWorld.encoded(SERVICE) + "&ticket=" + ticket;

        refused(world.server.get(twice + "&ticket=ST-1", null).body(), "INVALID_REQUEST", " serviceValidate: ");
        refused(world.server.get(twice + "&service=x", null).body(), "INVALID_REQUEST", " serviceValidate: ");
        assertThat(world.server
                        .get(
                                "/sso/cas/login?service=" + CasWorld.encoded(SERVICE) + "&TARGET="
                                        + CasWorld.encoded(SERVICE),
                                world.pupil)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesATicketFromAnEarlierSignInWhereRenewIsAsked() {
        refused(
                world.validate("/serviceValidate?renew=true", SERVICE, world.ticketFor(SERVICE)),
                "INVALID_TICKET",
                "quiz serviceValidate: INVALID_TICKET: renew");
    }

    @Test
    void asksAgainWhenTheProofOfRenewIsForged() {
        String proof = proofOfRenew();
        String[] parts = proof.split("\\.");
        long early = Long.parseLong(parts[0]) - 1_000_000_000L;
        PortalSession fresh = signedInNow();

        for (String forged : List.of(
                "x",
                "0.0.0",
                early + "." + parts[1] + "." + parts[2],
                parts[0] + "." + "0".repeat(32) + "." + parts[2],
                parts[0] + "." + parts[1] + "." + "0".repeat(64),
                proof + "0")) {
            asksAgain(world.server.get(RENEW + "&since=" + CasWorld.encoded(forged), fresh));
        }
    }

    @Test
    void asksAgainWhenTheProofOfRenewIsOfAnotherService() {
        String proof = proofOfRenew();

        asksAgain(world.server.get(
                "/sso/cas/login?renew=true&service=" + CasWorld.encoded(SERVICE + "/b") + "&since=" + proof,
                signedInNow()));
    }

    @Test
    void asksAgainWhenTheProofOfRenewWasUsed() {
        String proof = proofOfRenew();
        PortalSession fresh = signedInNow();
        assertThat(CasWorld.location(world.server.get(RENEW + "&since=" + proof, fresh)))
                .contains("ticket=ST-");

        asksAgain(world.server.get(RENEW + "&since=" + proof, fresh));
        String ticket =
                CasWorld.ticketIn(world.server.get(RENEW.replace("renew=true&", "") + "&since=" + proof, fresh));
        refused(
                world.validate("/serviceValidate?renew=true", SERVICE, ticket),
                "INVALID_TICKET",
                "quiz serviceValidate: INVALID_TICKET: renew");
    }

    @Test
    void asksAgainWhenTheProofOfRenewIsTooOld() {
        String proof = proofOfRenew();
        PortalSession fresh = signedInNow();
        world.clock.move(Duration.ofMinutes(15));

        asksAgain(world.server.get(RENEW + "&since=" + proof, fresh));
    }

    @Test
    void neverRedirectsAwayFromLogoutToWhatNobodyDeclares() {
        for (String evil : List.of("https://evil.example/", "//evil.example/", "javascript:alert(1)")) {
            assertThat(CasWorld.location(world.server.get("/sso/cas/logout?service=" + CasWorld.encoded(evil), null)))
                    .isEqualTo("/signin");
        }
        assertThat(CasWorld.location(world.server.get("/sso/cas/logout?url=https%3A%2F%2Fevil.example", null)))
                .isEqualTo("/signin");
    }

    @Test
    void refusesAnUnknownServiceAtTheGatewayAndInAFormToo() {
        for (String flag : List.of("gateway=true", "method=POST", "renew=true")) {
            String path = "/sso/cas/login?" + flag + "&service=" + CasWorld.encoded("https://evil.example/");
            assertThat(world.server.get(path, world.pupil).statusCode()).isEqualTo(403);
            assertThat(world.server.get(path, null).statusCode()).isEqualTo(403);
        }
        noted(" login: no connector declares the service https://evil.example/");
    }

    @Test
    void notesWhyWhoIsNotOfTheAudienceGetsNoTicket() {
        PortalSession guardian = world.portal.sessions.signIn("gil", Profile.GUARDIAN, world.portal.school);

        assertThat(world.login(SERVICE, guardian).statusCode()).isEqualTo(404);
        noted("quiz login: the user is not in its audience");
    }

    @Test
    void takesNoOtherMethods() {
        for (String path :
                List.of("/login", "/logout", "/serviceValidate", "/p3/proxyValidate", "/proxy", "/validate")) {
            for (String method : List.of("POST", "PUT", "DELETE")) {
                HttpResponse<String> answer = world.server.send(
                        method, "/sso/cas" + path + "?service=" + CasWorld.encoded(SERVICE), world.pupil);
                assertThat(answer.statusCode()).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow")).contains("GET");
            }
        }
        assertThat(world.server.get("/sso/cas/samlValidate?TARGET=x", null).statusCode())
                .isEqualTo(405);
        noted(" serviceValidate: asked by POST; want GET");
        noted(" samlValidate: asked by GET; want POST");
    }

    private String proofOfRenew() {
        return CasWorld.decoded(CasWorld.location(world.server.get(RENEW, world.pupil)))
                .replaceFirst(".*&since=", "");
    }

    private PortalSession signedInNow() {
        world.clock.move(Duration.ofSeconds(1));
        return world.portal.sessions.signIn("zoe.martin", Profile.STUDENT, world.portal.school, world.clock.instant());
    }

    private static void asksAgain(HttpResponse<String> answer) {
        assertThat(CasWorld.location(answer))
                .startsWith("/signin?renew=1&return=")
                .doesNotContain("ticket=");
    }
}
