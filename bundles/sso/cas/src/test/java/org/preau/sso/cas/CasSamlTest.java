package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.Saml11TicketValidator;
import org.apereo.cas.client.validation.TicketValidationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** SAML 1.1 as older clients speak it, by Apereo's own client library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasSamlTest {
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
    void sendsTheTicketAsAnArtifactToItsTarget() {
        String path = "/sso/cas/login?TARGET=" + CasWorld.encoded(CasWorld.SERVICE);

        assertThat(CasWorld.location(world.server.get(path, world.pupil)))
                .matches("https://quiz\\.example/app/login\\?SAMLart=ST-[0-9a-f]{64}");
        assertThat(CasWorld.decoded(CasWorld.location(world.server.get(path, null))))
                .startsWith("/signin?return=/sso/cas/login?TARGET=");
    }

    @Test
    void givesUserAndAttributesToARealClient() throws Exception {
        Assertion assertion = client().validate(world.ticketFor(CasWorld.SERVICE), CasWorld.SERVICE);

        String user = assertion.getPrincipal().getName();
        assertThat(user).matches("[0-9a-f]{40}");
        assertThat(single(assertion.getPrincipal().getAttributes()))
                .containsEntry("uid", user)
                .containsEntry("ENTPersonProfils", "National_elv")
                .containsEntry("ENTPersonStructRattachUAI", "0240001A");
    }

    @Test
    void refusesARealClientASecondTime() throws Exception {
        String ticket = world.ticketFor(CasWorld.SERVICE);
        client().validate(ticket, CasWorld.SERVICE);

        assertThatExceptionOfType(TicketValidationException.class)
                .isThrownBy(() -> client().validate(ticket, CasWorld.SERVICE));
    }

    @Test
    void answersTheRequestThatWasMade() {
        String answer = world.samlValidate(CasWorld.SERVICE, CasWorld.soap(world.ticketFor(CasWorld.SERVICE)))
                .body();

        assertThat(answer)
                .contains(
                        "InResponseTo=\"_192.168.16.51.1024506224022\"",
                        "Recipient=\"" + CasWorld.SERVICE + "\"",
                        "<saml:Audience>" + CasWorld.SERVICE + "</saml:Audience>",
                        "Issuer=\"https://portal.example/sso/cas\"")
                .doesNotContain("ST-");
    }

    private Saml11TicketValidator client() {
        return new Saml11TicketValidator(world.server.address("/sso/cas"));
    }

    private static Map<String, Object> single(Map<String, Object> attributes) {
        Map<String, Object> single = new java.util.HashMap<>();
        attributes.forEach(
                (name, value) -> single.put(name, value instanceof List<?> several ? several.get(0) : value));
        return single;
    }
}
