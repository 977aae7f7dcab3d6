package org.preau.sso.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.core.saml.message.CheckedAssertion;
import org.preau.core.saml.testing.StandInService;
import org.preau.core.saml.testing.TestKeys;
import org.preau.core.saml.testing.WebVisit;

/** A sign-on by SAML, begun by the service and by the tile. */
class SignOnTest extends SignOnWorld {
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
    void publishesItselfWithItsKeys() {
        String metadata = world.go(WebVisit.get("/sso/saml/metadata")).text();

        assertThat(metadata)
                .contains(
                        "entityID=\"https://portal.example/sso/saml/metadata\"",
                        "https://portal.example/sso/saml/sso",
                        TestKeys.base64("portal"));
        assertThat(world.provider().signing()).hasSize(1);
    }
}
