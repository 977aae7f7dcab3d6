package org.preau.signin.local;

import java.util.Map;
import org.preau.api.signin.SignInCounter;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.contract.SignInCounterContract;

class LocalCounterContractTest extends SignInCounterContract {
    @Override
    protected SignInCounter counter() {
        return new LocalCounter(FakeSettings.of(LocalConfig.class, Map.of("profiles", "STAFF, TERRITORY, GUEST")));
    }
}
