package org.preau.core.session;

import java.util.Optional;
import org.preau.api.base.LocalizedText;
import org.preau.api.signin.SignInCounter;

/** What a counter told of itself a moment ago: the sign-in page asks it once, not at every turn. */
record ToldCounter(String id, LocalizedText label, int order, Optional<CounterForm> form, boolean available)
        implements SignInCounter {
    static SignInCounter of(SignInCounter counter) {
        return new ToldCounter(counter.id(), counter.label(), counter.order(), counter.form(), counter.available());
    }
}
