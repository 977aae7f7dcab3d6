package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;

/** {@code renew}: the user proves anew who he is, and only then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasRenewTest {
    private static final String SERVICE = CasWorld.SERVICE;
    private static final String RENEW = "/sso/cas/login?renew=true&service=" + CasWorld.encoded(SERVICE);
    private CasWorld world;

    @BeforeAll
    void open() {
        world = new CasWorld();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void hasWhoIsSignedInSignInAgain() throws Exception {
        String back = wayBack(world.server.get(RENEW, world.pupil));
        assertThat(back).startsWith("/sso/cas/login?service=").contains("&renew=true&since=");
        assertThat(CasWorld.location(world.server.get(back, world.pupil)))
                .as("his session is older than the question")
                .startsWith("/signin?renew=1&return=");

        String ticket = CasWorld.ticketIn(world.server.get(back, signedInNow()));
        Cas30ServiceTicketValidator client = new Cas30ServiceTicketValidator(world.server.address("/sso/cas"));
        client.setRenew(true);
        assertThat(client.validate(ticket, SERVICE).getPrincipal().getName()).matches("[0-9a-f]{40}");
    }

    @Test
    void countsTheSignInThatATicketWasMadeForAsFreshToo() {
        String location = CasWorld.location(world.login(SERVICE, null));
        String back = CasWorld.decoded(location.substring("/signin?return=".length()));

        String ticket = CasWorld.ticketIn(world.server.get(back, signedInNow()));

        assertThat(world.validate("/serviceValidate?renew=true", SERVICE, ticket))
                .contains("authenticationSuccess");
    }

    @Test
    void asksBeforeTheGateway() {
        assertThat(CasWorld.location(world.server.get(RENEW + "&gateway=true", world.pupil)))
                .startsWith("/signin?renew=1&return=");
        assertThat(CasWorld.location(world.server.get(RENEW + "&gateway=true", null)))
                .startsWith("/signin?return=");
    }

    @Test
    void takesAFreshTicketWithoutRenewAsWell() {
        String back = wayBack(world.server.get(RENEW, world.pupil));
        String ticket = CasWorld.ticketIn(world.server.get(back, signedInNow()));

        assertThat(world.validate("/p3/serviceValidate?renew=false", SERVICE, ticket))
                .contains("authenticationSuccess");
    }

    private PortalSession signedInNow() {
        world.clock.pass(Duration.ofSeconds(1));
        return world.portal.sessions.signIn("zoe.martin", Profile.STUDENT, world.portal.school, world.clock.instant());
    }

    private static String wayBack(HttpResponse<String> answer) {
        String location = CasWorld.location(answer);
        assertThat(location).startsWith("/signin?renew=1&return=");
        return CasWorld.decoded(location.substring("/signin?renew=1&return=".length()));
    }
}
