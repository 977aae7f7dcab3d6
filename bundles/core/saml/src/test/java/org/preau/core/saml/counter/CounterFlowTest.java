package org.preau.core.saml.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlCounters;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRequest;
import org.preau.core.saml.message.Inbound;
import org.preau.core.saml.message.MessageWriter;
import org.preau.core.saml.message.Outbound;
import org.preau.core.saml.message.VerifiedRequest;
import org.preau.core.saml.testing.CounterWorld;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.TestKeys;
import org.preau.core.saml.testing.WebVisit;

/** A counter's whole way, from the button to the session and out again, with a stand-in provider. */
class CounterFlowTest {
    private static final UUID ACCOUNT = new UUID(1, 7);
    private static CounterWorld world;
    private final String name = MessageWriter.nextId();
    private SamlCounter counter;
    private Optional<URI> goodbye = Optional.empty();

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

    @Test
    void signsInWhoTheProviderProvesAndTakesHimWhereHeWanted() {
        WebVisit begun = begin();
        WebVisit posted = post(answer(begun).base64(), begun);

        assertThat(posted.status()).isEqualTo(303);
        assertThat(posted.location()).startsWith("/signin/test/arrived?ticket=");
        WebVisit arrived = WebVisit.get(posted.location()).after(begun).to(counter::handle);
        assertThat(arrived.location()).isEqualTo("/app/news");
        assertThat(world.signedIn).containsExactly(ACCOUNT);
    }

    @Test
    void sendsASignedRequest() {
        SamlRequest.Authn asked = asked(begin());

        assertThat(asked.consumer()).isEqualTo(URI.create("https://portal.example/signin/test/acs"));
        assertThat(asked.issuer()).isEqualTo("https://portal.example/signin/test/metadata");
    }

    @Test
    void hasWhoMustProveHimselfAnewAskedAnewAndTakesHimWhereHeWanted() {
        WebVisit begun = WebVisit.get("/signin/test?renew=1&return=/app/news").to(counter::handle);
        SamlRequest.Authn asked = asked(begun);

        assertThat(asked.force()).isTrue();
        WebVisit posted = post(answer(begun).base64(), begun);
        assertThat(WebVisit.get(posted.location())
                        .after(begun)
                        .to(counter::handle)
                        .location())
                .isEqualTo("/app/news");
    }

    @Test
    void refusesWhoDidNotProveHimselfAnew() {
        WebVisit begun = WebVisit.get("/signin/test?renew=1").to(counter::handle);
        StandInProvider idp = answer(begun);
        String earlier = world.clock.instant().minus(Duration.ofMinutes(5)).toString();
        idp.before = text -> text.replaceFirst("AuthnInstant=\"[^\"]+\"", "AuthnInstant=\"" + earlier + "\"");

        assertThat(post(idp.base64(), begun).status()).isEqualTo(403);
        assertThat(world.signedIn).isEmpty();
    }

    @Test
    void refusesAReplayAndARequestAnsweredTwice() {
        WebVisit begun = begin();
        StandInProvider idp = answer(begun);
        String first = idp.base64();
        assertThat(post(first, begun).status()).isEqualTo(303);

        assertThat(post(first, begun).status()).isEqualTo(403);
        idp.assertionId = "_another";
        assertThat(post(idp.base64(), begun).status()).isEqualTo(403);
    }

    @Test
    void refusesAnAnswerNobodyAskedFor() {
        StandInProvider idp = answer(begin());
        idp.request = "_unknown";

        WebVisit posted = WebVisit.post("/signin/test/acs")
                .with("SAMLResponse", idp.base64())
                .to(counter::handle);

        assertThat(posted.status()).isEqualTo(403);
        assertThat(posted.text()).contains("page refused").doesNotContain(name);
    }

    @Test
    void refusesAnAnswerThatComesTooLate() {
        StandInProvider idp = answer(begin());
        world.clock.move(Duration.ofMinutes(31));

        assertThat(post(counter, idp.at(world.clock.instant()).base64(), "").status())
                .isEqualTo(403);
    }

    @Test
    void refusesARelayStateThatWasNotSent() {
        WebVisit begun = begin();

        WebVisit posted = WebVisit.post("/signin/test/acs")
                .with("SAMLResponse", answer(begun).base64())
                .with("RelayState", "https://evil.example/")
                .to(counter::handle);

        assertThat(posted.status()).isEqualTo(403);
    }

    @Test
    void givesNothingToABrowserThatDidNotBegin() {
        WebVisit begun = begin();
        String arrived = post(answer(begun).base64(), begun).location();
        WebVisit other = begin();

        assertThat(WebVisit.get(arrived).to(counter::handle).status()).isEqualTo(403);
        assertThat(WebVisit.get(arrived).after(other).to(counter::handle).status())
                .isEqualTo(403);
        assertThat(world.signedIn).isEmpty();
    }

    @Test
    void usesATicketOnce() {
        WebVisit begun = begin();
        String arrived = post(answer(begun).base64(), begun).location();
        WebVisit.get(arrived).after(begun).to(counter::handle);

        assertThat(WebVisit.get(arrived).after(begun).to(counter::handle).status())
                .isEqualTo(403);
        assertThat(world.signedIn).hasSize(1);
    }

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

    @Test
    void isDownWithoutMetadataAndSaysSo() {
        SamlCounter other = world.counters.open(
                new SamlCounters.Settings(
                        "other",
                        Optional.of("urn:us"),
                        new org.preau.api.saml.SamlParties.Source(
                                "signin.other",
                                org.preau.api.saml.SamlParties.Role.IDENTITY_PROVIDER,
                                Optional.of(URI.create("https://idp.example/nothing")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                this::arrived);

        assertThat(other.available()).isFalse();
        assertThat(WebVisit.get("/signin/other").to(other::handle).status()).isEqualTo(503);
        assertThat(WebVisit.get("/signin/other/metadata").to(other::handle).text())
                .contains("entityID=\"urn:us\"", "https://portal.example/signin/other/acs");
    }

    @Test
    void answersNothingElse() {
        assertThat(WebVisit.get("/signin/test/acs").to(counter::handle).status())
                .isEqualTo(405);
        assertThatThrownBy(() -> WebVisit.get("/signin/test/x").to(counter::handle))
                .isInstanceOf(PortalException.class);
    }

    private void await() {
        for (int i = 0; i < 200 && !counter.available(); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(counter.available()).isTrue();
    }

    private void signIn() {
        WebVisit begun = begin();
        WebVisit.get(post(answer(begun).base64(), begun).location())
                .after(begun)
                .to(counter::handle);
    }

    private WebVisit begin() {
        return WebVisit.get("/signin/test?return=%2Fapp%2Fnews").to(counter::handle);
    }

    private StandInProvider answer(WebVisit begun) {
        StandInProvider idp = new StandInProvider(world.clock.instant());
        idp.request = asked(begun).id();
        idp.assertionId = "_a" + idp.request;
        idp.name = name;
        return idp;
    }

    private static WebVisit post(SamlCounter to, String base64, String relayState) {
        return WebVisit.post("/signin/test/acs")
                .with("SAMLResponse", base64)
                .with("RelayState", relayState)
                .to(to::handle);
    }

    private WebVisit post(String base64, WebVisit begun) {
        return post(counter, base64, asked(begun).id());
    }

    private SamlRequest.Authn asked(WebVisit begun) {
        return (SamlRequest.Authn) received(WebVisit.get(begun.location()), "https://idp.example/sso");
    }

    /** What the provider makes of a message of ours. */
    private SamlRequest received(WebVisit visit, String destination) {
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

    private static URI slo() {
        return URI.create("https://portal.example/signin/test/slo");
    }

    private void arrived(
            HttpServletRequest request, HttpServletResponse response, String ticket, org.preau.api.saml.SamlProof proof)
            throws IOException {
        assertThat(proof.values("FrEduCtRefId")).containsExactly("{AAF}24||1234");
        counter.signIn(request, response, ticket, ACCOUNT, goodbye);
    }
}
