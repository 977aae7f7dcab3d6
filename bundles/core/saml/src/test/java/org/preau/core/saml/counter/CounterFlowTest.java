package org.preau.core.saml.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlCounters;
import org.preau.api.saml.SamlRequest;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.WebVisit;

/** A sign-in by SAML, from the counter to the provider and back. */
class CounterFlowTest extends CounterFlowWorld {
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
        world.clock.pass(Duration.ofMinutes(31));

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
}
