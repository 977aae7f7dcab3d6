package org.preau.core.session;

import org.preau.api.base.LocalizedText;
import org.preau.api.signin.SignInCounter;

/** A counter that an administrator has closed: it is shown as out of order. */
record ClosedCounter(SignInCounter counter) implements SignInCounter {
    @Override
    public String id() {
        return counter.id();
    }

    @Override
    public LocalizedText label() {
        return counter.label();
    }

    @Override
    public int order() {
        return counter.order();
    }

    @Override
    public boolean available() {
        return false;
    }
}
