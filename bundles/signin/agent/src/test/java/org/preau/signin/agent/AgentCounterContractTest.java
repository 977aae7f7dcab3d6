package org.preau.signin.agent;

import java.time.Clock;
import java.util.Map;
import org.preau.api.signin.SignInCounter;
import org.preau.testkit.FakeAddress;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.contract.SignInCounterContract;

class AgentCounterContractTest extends SignInCounterContract {
    @Override
    protected SignInCounter counter() {
        Clock clock = Clock.systemUTC();
        return new AgentCounter(
                FakeSettings.of(
                        AgentConfig.class,
                        Map.of(
                                "issuer",
                                StandInProvider.ISSUER,
                                "client_id",
                                StandInProvider.CLIENT,
                                "client_secret",
                                StandInProvider.SECRET)),
                new StandInProvider(clock),
                new FakeAddress(),
                null,
                null,
                clock);
    }
}
