package org.preau.core.saml.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlRequest;
import org.preau.core.saml.message.MessageWriter;
import org.preau.core.saml.message.Outbound;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.TestKeys;
import org.preau.core.saml.testing.WebVisit;

/** The end of a session that a provider proved, from either side. */
class CounterLogoutTest extends CounterFlowWorld {
    @Test
    void signsOutAtTheProviderAndThenGoesWhereItWantsTheBrowser() {
        goodbye = Optional.of(URI.create("https://educonnect.example/bye"));
        signIn();

        URI out = counter.signOut(world.ended("test")).orElseThrow();
        SamlRequest.Logout logout =
                (SamlRequest.Logout) received(WebVisit.get(out.toString()), "https://idp.example/slo");
        assertThat(logout.nameId()).isEqualTo(name);
        assertThat(logout.sessionIndexes()).containsExactly("_s1");
        Message done = new MessageWriter(world.clock).logoutResponse(StandInProvider.NAME, slo(), logout.id(), true);

        WebVisit back = WebVisit.get(Outbound.redirect(slo(), done, null, TestKeys.signer("provider"))
                        .toString())
                .to(counter::handle);

        assertThat(back.location()).isEqualTo("https://educonnect.example/bye");
        assertThat(counter.signOut(world.ended("test"))).isEmpty();
    }

    @Test
    void endsTheSessionsThatTheProviderEnds() {
        signIn();
        UUID session = world.ended("test").id();
        Message asked = new MessageWriter(world.clock).logoutRequest(StandInProvider.NAME, slo(), name, "", "_s1");

        String unsigned = Outbound.redirect(slo(), asked, "r", null).toString();
        assertThat(WebVisit.get(unsigned).to(counter::handle).status()).isEqualTo(403);
        String forged = Outbound.redirect(slo(), asked, "r", TestKeys.signer("stranger"))
                .toString();
        assertThat(WebVisit.get(forged).to(counter::handle).status()).isEqualTo(403);
        assertThat(world.revoked).isEmpty();

        String sound = Outbound.redirect(slo(), asked, "r", TestKeys.signer("provider"))
                .toString();
        WebVisit answered = WebVisit.get(sound).to(counter::handle);

        assertThat(world.revoked).containsExactly(session);
        SamlRequest.LogoutDone done =
                (SamlRequest.LogoutDone) received(WebVisit.get(answered.location()), "https://idp.example/slo");
        assertThat(done.success()).isTrue();
        assertThat(done.inResponseTo()).contains(asked.id());
        assertThat(WebVisit.get(sound).to(counter::handle).status()).isEqualTo(403);
    }

    @Test
    void endsThemFromServerToServerToo() {
        signIn();
        Message asked = new MessageWriter(world.clock).logoutRequest(StandInProvider.NAME, slo(), name, "", null);

        WebVisit answered = WebVisit.post("/signin/test/slo")
                .with(Outbound.soap(asked, TestKeys.signer("provider")), "text/xml")
                .to(counter::handle);

        assertThat(world.revoked).hasSize(1);
        assertThat(answered.text()).contains("LogoutResponse", "status:Success");
    }
}
