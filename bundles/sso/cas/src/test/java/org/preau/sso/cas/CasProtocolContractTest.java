package org.preau.sso.cas;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ServicePattern;
import org.preau.api.connector.SsoProtocol;
import org.preau.testkit.FakeAddress;
import org.preau.testkit.contract.SsoProtocolContract;

class CasProtocolContractTest extends SsoProtocolContract {
    @Override
    protected SsoProtocol protocol() {
        return new CasProtocol(new FakeCalls(), new FakeAddress(), Clock.systemUTC());
    }

    @Override
    protected Connector connector() {
        return new Connector(
                "quiz",
                new LocalizedText("Quiz", "Quiz"),
                3,
                "cas",
                URI.create("https://quiz.example/"),
                List.of(ServicePattern.parse("https://quiz.example/*")),
                Optional.empty(),
                Set.of(Profile.values()),
                Set.of("*"));
    }
}
