package org.preau.sso.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.api.signin.PortalSession;
import org.preau.core.saml.message.CheckedAssertion;
import org.preau.core.saml.testing.StandInService;
import org.preau.core.saml.testing.TestKeys;
import org.preau.core.saml.testing.WebVisit;

/** A sign-on by SAML, begun by the service and by the tile, and its end. */
class SignOnTest {
    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static SamlWorld world;

    @BeforeAll
    static void start() {
        world = new SamlWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void sound() {
        world.describe(StandInService.metadata("", ""));
        world.configure();
        world.log.clear();
        world.handles.clear();
        SamlPeer.key = "service";
        SamlPeer.agrees = true;
    }

    @Test
    @Requirement("3112A")
    void answersTheServiceWithWhatTheCategoryLets() {
        WebVisit page = world.goIn(WebVisit.get(
                "/sso/saml/sso?" + StandInService.query(world.service().xml(), "deep/link?x=1&y", "service", RSA)));

        assertThat(page.text()).contains("action=\"" + StandInService.CONSUMER + "\"");
        assertThat(page.field("RelayState")).isEqualTo("deep/link?x=1&y");
        CheckedAssertion told = world.believed(page);
        assertThat(told.inResponseTo()).isEqualTo("_q1");
        assertThat(told.nameIdFormat()).endsWith(":persistent");
        assertThat(told.attributes()).containsEntry("ENTPersonStructRattachUAI", List.of(world.portal.school.code()));
        assertThat(told.attributes()).doesNotContainKeys("ENTPersonNom", "ENTPersonPrenom");
        assertThat(world.log).containsExactly("done quiz AuthnRequest");
        assertThat(world.believed(ask()).nameId()).isEqualTo(told.nameId());
    }

    @Test
    void sendsWhoIsNotSignedInThroughTheSignInPage() {
        WebVisit asked = world.go(WebVisit.get(
                "/sso/saml/sso?" + StandInService.query(world.service().xml())));
        assertThat(asked.location()).startsWith("/signin?return=%2Fsso%2Fsaml%2Fresume%3Fstate%3D");

        String back = java.net.URLDecoder.decode(
                asked.location().substring("/signin?return=".length()), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(world.believed(world.goIn(WebVisit.get(back))).inResponseTo())
                .isEqualTo("_q1");
    }

    @Test
    void takesAPostWithoutAnyCookieAndGoesOnByAGet() {
        WebVisit posted = world.go(WebVisit.post("/sso/saml/sso")
                .with(
                        "SAMLRequest",
                        org.preau.core.saml.testing.StandInProvider.base64(
                                StandInService.signed(world.service().xml(), "service")))
                .with("RelayState", "r"));

        assertThat(posted.status()).isEqualTo(303);
        WebVisit page = world.goIn(WebVisit.get(posted.location()));
        assertThat(world.believed(page).inResponseTo()).isEqualTo("_q1");
        assertThat(page.field("RelayState")).isEqualTo("r");
    }

    @Test
    void beginsFromTheTileToo() {
        WebVisit tile = WebVisit.get("/connect/quiz");
        new SamlProtocol()
                .launch(
                        tile.request(),
                        tile.response(),
                        world.portal.catalogue.byId("quiz").orElseThrow(),
                        world.pupil);

        WebVisit page = world.goIn(WebVisit.get(tile.location()));

        assertThat(page.field("RelayState")).isEqualTo("https://quiz.example/start");
        assertThat(decoded(page)).doesNotContain("InResponseTo").contains(StandInService.NAME);
    }

    @Test
    void encryptsWhereTheConnectorWantsIt() {
        world.configure("assertion.encrypted", "true");

        WebVisit page = ask();

        assertThat(decoded(page)).contains("EncryptedAssertion").doesNotContain("AttributeStatement");
        assertThat(world.believed(page, "service").inResponseTo()).isEqualTo("_q1");
    }

    @Test
    void signsTheAssertionAndTheResponseAroundItWhereTheConnectorWantsIt() {
        assertThat(decoded(ask())).containsOnlyOnce("<ds:Signature ").contains("Assertion");
        world.configure("response.signed", "true");

        WebVisit page = ask();

        assertThat(decoded(page).split("<ds:Signature ", -1)).hasSize(3);
        assertThat(world.believed(page).inResponseTo()).isEqualTo("_q1");
    }

    @Test
    void asksNothingOfTheUserWhenTheServiceSaysSo() {
        StandInService service = world.service();
        service.more = " IsPassive=\"true\"";

        WebVisit page = world.go(WebVisit.get("/sso/saml/sso?" + StandInService.query(service.xml())));

        assertThat(decoded(page))
                .contains("status:NoPassive", "InResponseTo=\"_q1\"")
                .doesNotContain("Assertion>");
    }

    @Test
    void hasTheUserProveHimselfAgainWhenTheServiceSaysSo() {
        StandInService service = world.service();
        service.more = " ForceAuthn=\"true\"";

        WebVisit asked = world.goIn(WebVisit.get("/sso/saml/sso?" + StandInService.query(service.xml())));

        assertThat(asked.location()).startsWith("/signin?renew=1&return=%2Fsso%2Fsaml%2Fresume");
    }

    @Test
    void namesTheUserOtherwiseOnlyAsAskedAndAsOffered() {
        StandInService service = world.service();
        service.inside = "<samlp:NameIDPolicy Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:transient\"/>";
        WebVisit passing = world.goIn(WebVisit.get("/sso/saml/sso?" + StandInService.query(service.xml())));
        WebVisit again = world.goIn(WebVisit.get("/sso/saml/sso?" + StandInService.query(service.xml())));
        assertThat(world.believed(passing).nameId())
                .isNotEqualTo(world.believed(again).nameId());

        service.inside = "<samlp:NameIDPolicy Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\"/>";
        assertThat(decoded(world.goIn(WebVisit.get("/sso/saml/sso?" + StandInService.query(service.xml())))))
                .contains("status:InvalidNameIDPolicy");
    }

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

    @Test
    void publishesItselfWithItsKeys() {
        String metadata = world.go(WebVisit.get("/sso/saml/metadata")).text();

        assertThat(metadata)
                .contains(
                        "entityID=\"https://portal.example/sso/saml/metadata\"",
                        "https://portal.example/sso/saml/sso",
                        TestKeys.base64("portal"));
        assertThat(world.provider().signing()).hasSize(1);
    }

    private ServiceVisits.Visit visit() {
        ask();
        return new ServiceVisits.Visit(
                UUID.randomUUID(),
                world.portal.catalogue.byId("quiz").orElseThrow(),
                world.handles.get(world.handles.size() - 1));
    }

    private static WebVisit ask() {
        return world.goIn(WebVisit.get(
                "/sso/saml/sso?" + StandInService.query(world.service().xml())));
    }

    private static String decoded(WebVisit page) {
        return text(page.field("SAMLResponse"));
    }

    private static String decodedRequest(WebVisit page) {
        return text(page.field("SAMLRequest"));
    }

    private static String text(String base64) {
        return new String(java.util.Base64.getDecoder().decode(base64), java.nio.charset.StandardCharsets.UTF_8);
    }
}
