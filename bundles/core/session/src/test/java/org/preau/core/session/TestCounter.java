package org.preau.core.session;

import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignInCounter;

/** A counter that is a button, and does what a test sets. */
final class TestCounter implements SignInCounter {
    Set<Profile> served = EnumSet.allOf(Profile.class);
    boolean available = true;
    boolean written;
    String out = "";
    private final String id;

    TestCounter(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public LocalizedText label() {
        return new LocalizedText("Guichet " + id, "");
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public boolean serves(Profile profile) {
        return served.contains(profile);
    }

    @Override
    public boolean servesAsWritten() {
        return written;
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public Optional<URI> signOut(PortalSession ended) {
        return out.isEmpty() ? Optional.empty() : Optional.of(URI.create(out));
    }
}
