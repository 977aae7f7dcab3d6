package org.example.extras;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.statistics.Indicator;

/** Greetings as a figure of use: the portal asks every hour, keeps the values and adds them up over schools and days. */
@Component
public final class GreetingsIndicator implements Indicator {
    private final Greetings greetings;

    /** Made by the portal. */
    @Activate
    public GreetingsIndicator(@Reference Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public String id() {
        return "extras-app.greetings";
    }

    @Override
    public LocalizedText name() {
        return ExtrasApplication.TEXTS.both("indicator.name");
    }

    @Override
    public LocalizedText explanation() {
        return ExtrasApplication.TEXTS.both("indicator.how");
    }

    @Override
    public Map<UUID, Double> values(LocalDate day) {
        return greetings.of(day);
    }
}
