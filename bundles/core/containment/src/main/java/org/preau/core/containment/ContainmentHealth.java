package org.preau.core.containment;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.containment.PluginState;
import org.preau.api.supervision.HealthCheck;

/** Tells operators which plugins are stopped; the portal as a whole is well without them. */
@Component
public final class ContainmentHealth implements HealthCheck {
    private final DefaultContainment containment;

    /** Looks at this containment. */
    @Activate
    public ContainmentHealth(@Reference DefaultContainment containment) {
        this.containment = containment;
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public Health health() {
        String stopped = String.join(
                ", ",
                containment.states().stream()
                        .filter(state -> state.stop().isPresent())
                        .map(PluginState::plugin)
                        .toList());
        return stopped.isEmpty() ? Health.UP : Health.down("stopped: " + stopped);
    }

    @Override
    public boolean vital() {
        return false;
    }
}
