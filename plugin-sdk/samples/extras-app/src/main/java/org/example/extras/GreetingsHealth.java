package org.example.extras;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.supervision.HealthCheck;

/** A line of {@code /health}, from memory. The portal is not down for want of greetings. */
@Component
public final class GreetingsHealth implements HealthCheck {
    private final Greetings greetings;

    /** Made by the portal. */
    @Activate
    public GreetingsHealth(@Reference Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public String name() {
        return ExtrasApplication.ID;
    }

    @Override
    public Health health() {
        return greetings.counting() ? Health.UP : Health.down("the last greeting could not be counted");
    }

    @Override
    public boolean vital() {
        return false;
    }
}
