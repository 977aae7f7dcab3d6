package org.preau.sso.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.api.signin.PortalSession;
import org.preau.core.saml.message.CheckedAssertion;
import org.preau.core.saml.testing.StandInService;
import org.preau.core.saml.testing.WebVisit;

/** The end of a sign-on by SAML, from the service and from the portal. */
class SingleLogoutTest extends SignOnWorld {
    @Test
    void letsTheServiceEndTheSessionAndNoOther() {
        world.describe(
                StandInService.metadata("", StandInService.logoutBy("HTTP-Redirect", "https://quiz.example/slo")));
        PortalSession other = world.portal.sessions.signIn("leo.petit", Profile.STUDENT, world.portal.school);
        WebVisit page = world.go(WebVisit.get(
                        "/sso/saml/sso?" + StandInService.query(world.service().xml()))
                .cookie("preau", other.id().toString()));
        CheckedAssertion told = world.believed(page);
        String logout =
                world.service().logout(told.nameId(), told.sessionIndex().orElseThrow());

        assertThat(world.go(WebVisit.get("/sso/saml/slo?" + StandInService.query(logout)))
                        .status())
                .isEqualTo(403);
        assertThat(world.portal.sessions.byId(other.id())).isPresent();
        WebVisit answered =
                world.go(WebVisit.get("/sso/saml/slo?" + StandInService.query(logout, "r", "service", RSA)));

        assertThat(world.portal.sessions.byId(other.id())).isEmpty();
        assertThat(answered.location())
                .startsWith("https://quiz.example/slo?SAMLResponse=")
                .contains("&RelayState=r&");
        assertThat(world.portal.sessions.byId(world.pupil.id())).isPresent();
    }

    @Test
    void endsNothingForAnIndexThatAnotherConnectorWasGiven() {
        world.describe(StandInService.metadata("", StandInService.logoutBy("HTTP-POST", "https://quiz.example/slo")));
        String foreign = SessionIndex.of(world.pupil.id(), "other", world.keys);

        WebVisit answered = world.go(WebVisit.get(
                "/sso/saml/slo?" + StandInService.query(world.service().logout("x", foreign), "", "service", RSA)));

        assertThat(decoded(answered)).contains("LogoutResponse").doesNotContain("status:Success");
        assertThat(world.portal.sessions.byId(world.pupil.id())).isPresent();
    }

    @Test
    void tellsTheServiceFromServerToServerThatItIsOver() {
        world.describe(StandInService.metadata("", StandInService.logoutBy("SOAP", "https://quiz.example/soap")));
        ServiceVisits.Visit visit = visit();

        assertThat(new SamlProtocol(world.logout).logout(visit)).isEqualTo(LogoutAnswer.DONE);
        assertThat(world.soap.get("https://quiz.example/soap")).contains("LogoutRequest", "Signature", "SessionIndex");
        SamlPeer.agrees = false;
        assertThat(new SamlProtocol(world.logout).logout(visit)).isEqualTo(LogoutAnswer.FAILED);
        SamlPeer.agrees = true;
        SamlPeer.key = "stranger";
        assertThat(new SamlProtocol(world.logout).logout(visit)).isEqualTo(LogoutAnswer.FAILED);
    }

    @Test
    void tellsOthersThroughTheBrowser() {
        ServiceVisits.Visit visit = visit();
        assertThat(new SamlProtocol(world.logout).logout(visit)).isEqualTo(LogoutAnswer.NOT_OFFERED);
        assertThat(new SamlProtocol(world.logout).frontChannelLogout(visit)).isEmpty();

        world.describe(StandInService.metadata("", StandInService.logoutBy("HTTP-POST", "https://quiz.example/slo")));
        String ours = new SamlProtocol(world.logout)
                .frontChannelLogout(visit)
                .orElseThrow()
                .toString();
        assertThat(decodedRequest(world.go(WebVisit.get(ours)))).contains("LogoutRequest");

        world.describe(
                StandInService.metadata("", StandInService.logoutBy("HTTP-Redirect", "https://quiz.example/slo")));
        assertThat(new SamlProtocol(world.logout)
                        .frontChannelLogout(visit)
                        .orElseThrow()
                        .toString())
                .startsWith("https://quiz.example/slo?SAMLRequest=")
                .contains("&Signature=");
    }

    private ServiceVisits.Visit visit() {
        ask();
        return new ServiceVisits.Visit(
                UUID.randomUUID(),
                world.portal.catalogue.byId("quiz").orElseThrow(),
                world.handles.get(world.handles.size() - 1));
    }

    private static String decodedRequest(WebVisit page) {
        return text(page.field("SAMLRequest"));
    }
}
