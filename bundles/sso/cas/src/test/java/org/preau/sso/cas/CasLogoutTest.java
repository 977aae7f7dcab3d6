package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.apereo.cas.client.util.XmlUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.visit.EndedSessions;
import org.preau.core.persistence.testing.Soon;

/** Single logout by the back channel. */
class CasLogoutTest {
    private final CasWorld world = new CasWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Requirement("3112A")
    void tellsEachServiceByTheTicketItKnowsTheSessionBy() {
        String ticket = world.ticketFor(CasWorld.SERVICE);
        world.validate("/p3/serviceValidate", CasWorld.SERVICE, ticket);
        world.ticketFor(CasWorld.SERVICE + "/never-validated");

        new EndedSessions(world.telling).on(new org.preau.api.signin.SessionEnded(List.of(world.pupil.id())));

        Soon.holds("told", () -> world.exchanges.lines().contains("quiz logout"));
        assertThat(world.calls.posts).singleElement().satisfies(post -> {
            assertThat(post).startsWith(CasWorld.SERVICE + " application/x-www-form-urlencoded logoutRequest=");
            String message = CasWorld.decoded(post.substring(post.indexOf('=') + 1));
            assertThat(XmlUtils.getTextForElement(message, "SessionIndex")).isEqualTo(ticket);
            assertThat(message)
                    .contains("Version=\"2.0\"", "<saml:NameID xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">")
                    .doesNotContain("zoe");
        });
    }

    @Test
    void usesTheLogoutAddressThatTheConnectorDeclares() {
        world.portal.write("org.preau.connector~quiz.cfg", ConnectWorld.file("logout.url", "https://quiz.example/slo"));

        assertThat(logout(CasWorld.SERVICE)).isEqualTo(LogoutAnswer.DONE);

        assertThat(world.calls.posts.get(0)).startsWith("https://quiz.example/slo ");
    }

    @Test
    void believesAnAnswerAndARedirectAndNothingElse() {
        for (int status : new int[] {200, 204, 302}) {
            world.calls.services = address -> status;
            assertThat(logout(CasWorld.SERVICE)).isEqualTo(LogoutAnswer.DONE);
        }
        for (int status : new int[] {0, 403, 405, 500}) {
            world.calls.services = address -> status;
            assertThat(logout(CasWorld.SERVICE)).isEqualTo(LogoutAnswer.FAILED);
        }
    }

    @Test
    void callsNoAddressThatIsNotDeclaredAnyMore() {
        world.portal.write(
                "org.preau.connector~quiz.cfg", ConnectWorld.file("service.urls", "https://moved.example/*"));

        assertThat(logout(CasWorld.SERVICE)).isEqualTo(LogoutAnswer.FAILED);
        assertThat(world.calls.posts).isEmpty();
    }

    @Test
    void notesAnAddressThatIsTooLongWithoutItsQuery() {
        Connector connector = world.portal.catalogue.byId("quiz").orElseThrow();
        String ticket = "ST-" + "0".repeat(64);

        assertThat(ServiceHandle.of(ticket, CasWorld.SERVICE + "?q=" + "x".repeat(1_900), connector))
                .isEqualTo(ticket + " " + CasWorld.SERVICE);
        assertThat(ServiceHandle.of(ticket, "https://quiz.example/app/" + "x".repeat(1_900), connector))
                .isEqualTo(ticket + " https://quiz.example/start");
        assertThat(ServiceHandle.read(ticket + " https://quiz.example/start"))
                .isEqualTo(new ServiceHandle(ticket, URI.create("https://quiz.example/start")));
    }

    private LogoutAnswer logout(String service) {
        Connector connector = world.portal.catalogue.byId("quiz").orElseThrow();
        return world.protocol.logout(
                new Visit(new UUID(1, 2), connector, ServiceHandle.of("ST-" + "0".repeat(64), service, connector)));
    }
}
