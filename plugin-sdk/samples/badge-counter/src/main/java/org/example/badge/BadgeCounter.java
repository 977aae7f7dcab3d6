package org.example.badge;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.signin.SignInCounter;

/** What {@code /signin} shows of the counter: its form, posted to {@code /signin/badge}. */
@Component(configurationPid = "org.example.badge", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class BadgeCounter implements SignInCounter {
    static final String ID = "badge";
    static final Texts TEXTS = Texts.of(BadgeCounter.class);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("counter.label");
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Optional<CounterForm> form() {
        return Optional.of(new CounterForm(
                List.of(
                        new Field("badge", TEXTS.both("field.login"), "text", "username"),
                        new Field("word", TEXTS.both("field.word"), "password", "off")),
                TEXTS.both("action.enter"),
                List.of()));
    }
}
