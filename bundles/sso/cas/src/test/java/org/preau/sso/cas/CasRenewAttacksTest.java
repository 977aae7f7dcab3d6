package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;

/** Attacks on the proof that somebody has signed in anew. */
class CasRenewAttacksTest extends CasAttacks {
    private static final String RENEW = "/sso/cas/login?renew=true&service=" + CasWorld.encoded(SERVICE);

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
        world.clock.pass(Duration.ofMinutes(15));

        asksAgain(world.server.get(RENEW + "&since=" + proof, fresh));
    }

    private String proofOfRenew() {
        return CasWorld.decoded(CasWorld.location(world.server.get(RENEW, world.pupil)))
                .replaceFirst(".*&since=", "");
    }

    private PortalSession signedInNow() {
        world.clock.pass(Duration.ofSeconds(1));
        return world.portal.sessions.signIn("zoe.martin", Profile.STUDENT, world.portal.school, world.clock.instant());
    }

    private static void asksAgain(HttpResponse<String> answer) {
        assertThat(CasWorld.location(answer))
                .startsWith("/signin?renew=1&return=")
                .doesNotContain("ticket=");
    }
}
