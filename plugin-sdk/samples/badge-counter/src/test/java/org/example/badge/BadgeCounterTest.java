package org.example.badge;

import org.preau.api.signin.SignInCounter;
import org.preau.testkit.contract.SignInCounterContract;

/** The contract of sign-in counters. */
class BadgeCounterTest extends SignInCounterContract {
    @Override
    protected SignInCounter counter() {
        return new BadgeCounter();
    }
}
