package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.ConnectorSwitched;

/** An administrator suspends a service in the middle of a sign-in. */
class SuspendedServiceTest {
    private CasWorld world;

    @BeforeEach
    void open() {
        world = new CasWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void takesNoTicketThatWasGivenBefore() {
        String ticket = world.ticketFor(CasWorld.SERVICE);
        world.portal.suspend("quiz");

        assertThat(world.validate("/p3/serviceValidate", CasWorld.SERVICE, ticket))
                .contains("INVALID_TICKET")
                .doesNotContain("authenticationSuccess");
    }

    @Test
    void endsTheTicketsThatTheServiceHolds() {
        String ticket = world.ticketFor(CasWorld.SERVICE);
        String ofOther = world.ticketFor(CasWorld.SERVICE);
        new SuspendedServices(world.tickets, world.grantings).on(new ConnectorSwitched("other", true));
        assertThat(world.tickets.redeem(ofOther)).as("of another connector").isPresent();

        new SuspendedServices(world.tickets, world.grantings).on(new ConnectorSwitched("quiz", true));

        assertThat(world.tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void sendsUsersToThePageThatSaysSo() {
        world.portal.suspend("quiz");

        assertThat(CasWorld.location(world.login(CasWorld.SERVICE, world.pupil)))
                .isEqualTo("/connect/quiz");
    }
}
