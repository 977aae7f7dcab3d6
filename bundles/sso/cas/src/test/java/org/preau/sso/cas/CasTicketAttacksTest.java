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
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.testing.PortalServer;

/** Attacks on tickets. */
class CasTicketAttacksTest extends CasAttacks {
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

    @Test
    void refusesATicketThatIsTooOld() {
        String ticket = world.ticketFor(SERVICE);
        world.clock.pass(Duration.ofSeconds(10));

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
}
