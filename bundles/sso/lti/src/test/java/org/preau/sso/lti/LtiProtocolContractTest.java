package org.preau.sso.lti;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.SsoProtocol;
import org.preau.core.connect.testing.FakeAddress;
import org.preau.core.connect.testing.FakeKeys;
import org.preau.testkit.contract.SsoProtocolContract;

class LtiProtocolContractTest extends SsoProtocolContract {
    @Override
    protected SsoProtocol protocol() {
        return new LtiProtocol(new Launches(new FakeKeys(), new FakeAddress()));
    }

    @Override
    protected Connector connector() {
        return new Connector(
                "quiz",
                new LocalizedText("Quiz", "Quiz"),
                3,
                "lti",
                URI.create("https://quiz.example/login"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.values()),
                Set.of("*"),
                Map.of("client.id", "quiz", "deployment.id", "1", "redirect.uris", "https://quiz.example/launch"));
    }
}
