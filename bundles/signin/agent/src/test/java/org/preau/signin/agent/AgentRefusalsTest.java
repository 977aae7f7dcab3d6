package org.preau.signin.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.testkit.Exchange;

/** What the counter refuses of a provider, or of somebody who plays it. */
class AgentRefusalsTest extends AgentWorld {
    @Test
    void refusesWhoDidNotProveHimselfAnew() throws IOException {
        refused(answer(send(Exchange.get("/signin/agent?renew=1"))));
        provider.user.put(
                "auth_time", clock.instant().minus(Duration.ofMinutes(5)).getEpochSecond());
        refused(answer(send(Exchange.get("/signin/agent?renew=1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS-public-key", "RS384"})
    void refusesAlgorithm(String algorithm) throws IOException {
        provider.algorithm = algorithm;
        refused(answer(begin()));
    }

    @Test
    void refusesWrongIssuerAudienceNonceAndParty() throws IOException {
        refusedWith(builder -> builder.issuer("https://evil.example"));
        refusedWith(builder -> builder.audience("another-client"));
        refusedWith(builder -> builder.audience(List.of("another-client", StandInProvider.CLIENT))
                .claim("azp", "another-client"));
        refusedWith(builder -> builder.claim("azp", "another-client"));
        refusedWith(builder -> builder.audience(List.of("another-client", StandInProvider.CLIENT)));
        refusedWith(builder -> builder.claim("nonce", "of-another-sign-in"));
        refusedWith(builder -> builder.claim("nonce", null));
        refusedWith(builder -> builder.issuer(null));
        refusedWith(builder -> builder.subject(null));
    }

    @Test
    void refusesExpiredAndFutureToken() throws IOException {
        Date now = new Date();
        refusedWith(builder -> builder.expirationTime(new Date(now.getTime() - 120_000)));
        refusedWith(builder -> builder.expirationTime(null));
        refusedWith(builder -> builder.issueTime(new Date(now.getTime() + 600_000)));
    }

    @Test
    void refusesTokenSignedByAnotherKeyOfThatName() throws IOException {
        provider.key = StandInProvider.key("first");
        refused(answer(begin()));
    }

    @Test
    void refusesReplayedAnswer() throws IOException {
        Exchange begun = begin();
        String code = provider.agree(begun.location());
        assertThat(callback(begun, code).status()).isEqualTo(303);
        assertThat(callback(begun, code).status()).isEqualTo(403);
        assertThat(signedIn).hasSize(1);
    }

    @Test
    void refusesCodeOfAnotherSignIn() throws IOException {
        String stolen = provider.agree(begin().location());
        refused(callback(begin(), stolen));
    }

    @Test
    void refusesAnswerInAnotherBrowserAndWithoutState() throws IOException {
        Exchange begun = begin();
        String code = provider.agree(begun.location());
        refused(send(
                Exchange.get("/signin/agent/callback").parameter("code", code).parameter("state", stateOf(begun))));
        Exchange other = begin();
        refused(send(Exchange.get("/signin/agent/callback")
                .after(other)
                .parameter("code", code)
                .parameter("state", stateOf(begun))));
        refused(send(Exchange.get("/signin/agent/callback").after(other).parameter("code", code)));
        refused(send(Exchange.get("/signin/agent/callback")
                .after(other)
                .parameter("code", code)
                .parameter("state", "guessed")));
    }

    @Test
    void refusesMixUp() throws IOException {
        Exchange begun = begin();
        String code = provider.agree(begun.location());
        refused(send(Exchange.get("/signin/agent/callback")
                .after(begun)
                .parameter("code", code)
                .parameter("state", stateOf(begun))
                .parameter("iss", "https://evil.example")));
        provider.metadata = ",\"authorization_response_iss_parameter_supported\":true";
        wire();
        refused(answer(begin()));
    }

    @Test
    void refusesRepeatedParametersErrorsAndNoCode() throws IOException {
        Exchange begun = begin();
        refused(send(Exchange.get("/signin/agent/callback")
                .after(begun)
                .parameter("code", provider.agree(begun.location()))
                .parameter("code", "second")
                .parameter("state", stateOf(begun))));
        Exchange denied = begin();
        refused(send(Exchange.get("/signin/agent/callback")
                .after(denied)
                .parameter("error", "access_denied")
                .parameter("state", stateOf(denied))));
        Exchange empty = begin();
        refused(send(Exchange.get("/signin/agent/callback").after(empty).parameter("state", stateOf(empty))));
    }

    @Test
    void refusesProviderThatCallsItselfOtherwise() throws IOException {
        provider.metadata = ",\"issuer\":\"https://evil.example\"";
        assertThat(send(Exchange.get("/signin/agent")).status()).isEqualTo(503);
    }
}
