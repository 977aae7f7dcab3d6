package org.preau.core.saml.counter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlCounters;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRequest;
import org.preau.core.persistence.testing.Soon;
import org.preau.core.saml.message.Inbound;
import org.preau.core.saml.message.MessageWriter;
import org.preau.core.saml.message.VerifiedRequest;
import org.preau.core.saml.testing.CounterWorld;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.WebVisit;

/** A counter by SAML and the provider behind it; one portal a test class. */
abstract class CounterFlowWorld {
    static final UUID ACCOUNT = new UUID(1, 7);
    static CounterWorld world;
    final String name = MessageWriter.nextId();
    SamlCounter counter;
    Optional<URI> goodbye = Optional.empty();

    @BeforeAll
    static void start() {
        world = new CounterWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void open() {
        world.signedIn.clear();
        world.revoked.clear();
        counter = world.counters.open(
                new SamlCounters.Settings("test", Optional.empty(), world.source("signin.test")), this::arrived);
        await();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    void await() {
        Soon.holds("the counter knows its provider", counter::available);
    }

    void signIn() {
        WebVisit begun = begin();
        WebVisit.get(post(answer(begun).base64(), begun).location())
                .after(begun)
                .to(counter::handle);
    }

    WebVisit begin() {
        return WebVisit.get("/signin/test?return=%2Fapp%2Fnews").to(counter::handle);
    }

    StandInProvider answer(WebVisit begun) {
        StandInProvider idp = new StandInProvider(world.clock.instant());
        idp.request = asked(begun).id();
        idp.assertionId = "_a" + idp.request;
        idp.name = name;
        return idp;
    }

    static WebVisit post(SamlCounter to, String base64, String relayState) {
        return WebVisit.post("/signin/test/acs")
                .with("SAMLResponse", base64)
                .with("RelayState", relayState)
                .to(to::handle);
    }

    WebVisit post(String base64, WebVisit begun) {
        return post(counter, base64, asked(begun).id());
    }

    SamlRequest.Authn asked(WebVisit begun) {
        return (SamlRequest.Authn) received(WebVisit.get(begun.location()), "https://idp.example/sso");
    }

    /** What the provider makes of a message of ours. */
    SamlRequest received(WebVisit visit, String destination) {
        SamlParty us = world.parties.read(
                WebVisit.get("/signin/test/metadata").to(counter::handle).text().getBytes(StandardCharsets.UTF_8),
                new org.preau.api.saml.SamlParties.Source(
                        "us",
                        org.preau.api.saml.SamlParties.Role.SERVICE_PROVIDER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        Inbound inbound = Inbound.of(visit.request());
        assertThat(inbound.binding()).isEqualTo(SamlBinding.REDIRECT);
        return VerifiedRequest.of(inbound, us, URI.create(destination), true, world.clock.instant());
    }

    static URI slo() {
        return URI.create("https://portal.example/signin/test/slo");
    }

    void arrived(
            HttpServletRequest request, HttpServletResponse response, String ticket, org.preau.api.saml.SamlProof proof)
            throws IOException {
        assertThat(proof.values("FrEduCtRefId")).containsExactly("{AAF}24||1234");
        counter.signIn(request, response, ticket, ACCOUNT, goodbye);
    }
}
