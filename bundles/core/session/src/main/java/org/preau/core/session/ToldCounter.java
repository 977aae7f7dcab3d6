package org.preau.core.session;

import java.net.URI;
import java.util.Optional;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.containment.Contained;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignInCounter;

/**
 * What a plugin's counter told of itself a moment ago: the sign-in page asks it once, not at every turn.
 *
 * @param counter the counter itself, behind the containment
 */
record ToldCounter(
        SignInCounter counter, String id, LocalizedText label, int order, Optional<CounterForm> form, boolean available)
        implements SignInCounter {
    static SignInCounter of(Containment containment, SignInCounter counter) {
        return new ToldCounter(
                Contained.of(containment, SignInCounter.class, counter, Door.TELL),
                counter.id(),
                counter.label(),
                counter.order(),
                counter.form(),
                counter.available());
    }

    @Override
    public boolean serves(Profile profile) {
        return counter.serves(profile);
    }

    @Override
    public boolean servesAsWritten() {
        return counter.servesAsWritten();
    }

    @Override
    public Optional<URI> signOut(PortalSession ended) {
        return counter.signOut(ended);
    }
}
