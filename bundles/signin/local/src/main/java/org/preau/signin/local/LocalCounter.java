package org.preau.signin.local;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.signin.SignInCounter;
import org.preau.signin.local.credential.AllowedProfiles;
import org.preau.signin.local.credential.LocalConfig;

/** The local counter on the sign-in page: its form, and the ways out for who cannot fill it. */
@Component(configurationPid = "org.preau.signin.local")
public final class LocalCounter implements SignInCounter {
    static final String ID = "local";
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final AllowedProfiles profiles;
    private final boolean written;

    /** For the service registry. */
    @Activate
    public LocalCounter(LocalConfig config) {
        this.profiles = new AllowedProfiles(config.profiles());
        this.written = !config.profiles().isBlank();
    }

    /** Those of the setting {@code profiles}; when it is not written, everyone whom the rule of the tender leaves to local accounts (322C). */
    @Override
    public boolean serves(Profile profile) {
        return profiles.allows(profile);
    }

    @Override
    public boolean servesAsWritten() {
        return written;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("counterLabel");
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<CounterForm> form() {
        return Optional.of(new CounterForm(
                List.of(
                        new Field(LocalEndpoint.LOGIN, TEXTS.both("login"), "text", "username"),
                        new Field(LocalEndpoint.PASSWORD, TEXTS.both("password"), "password", "current-password")),
                TEXTS.both("enter"),
                List.of(
                        new Link(TEXTS.both("firstTime"), ActivationEndpoint.PATH),
                        new Link(TEXTS.both("forgotten"), ForgottenEndpoint.PATH))));
    }
}
