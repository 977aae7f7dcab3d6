package org.preau.sso.oidc;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.SsoProtocol;
import org.preau.core.connect.testing.FakeKeys;
import org.preau.core.connect.testing.FakeSigningKeys;
import org.preau.core.connect.testing.Recorded;
import org.preau.testkit.SettableClock;
import org.preau.testkit.contract.SsoProtocolContract;

class OidcProtocolContractTest extends SsoProtocolContract {
    private final Recorded recorded = new Recorded();

    @Override
    protected SsoProtocol protocol() {
        return new OidcProtocol(new Visits(
                new IdTokens(new FakeSigningKeys(), new FakeKeys(), new OidcWorld.Address()),
                recorded,
                recorded,
                SettableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS))));
    }

    @Override
    protected Connector connector() {
        return new Connector(
                "quiz",
                new LocalizedText("Quiz", "Quiz"),
                3,
                "oidc",
                URI.create("https://quiz.example/login"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.values()),
                Set.of("*"),
                Map.of(
                        "client.id",
                        "quiz",
                        "client.secret",
                        OidcWorld.SECRET,
                        "redirect.uris",
                        OidcWorld.REDIRECT,
                        "frontchannel.logout.uri",
                        "https://quiz.example/front"));
    }

    @Override
    protected List<String> secrets() {
        return List.of("client.secret");
    }
}
