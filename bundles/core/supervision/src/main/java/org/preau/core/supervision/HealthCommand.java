package org.preau.core.supervision;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:health}: how the portal and its parts are; fails when it is down. */
@Component
public final class HealthCommand implements PortalCommand {
    private final PortalHealth health;

    /** Tells this health. */
    @Activate
    public HealthCommand(@Reference PortalHealth health) {
        this.health = health;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("health", "Tells how the portal and its parts are; fails when it is down")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        PortalHealth.State state = health.state();
        if (call.flag("json")) {
            call.json(state);
        } else {
            call.out().println(state.status());
            call.table(
                    List.of("PART", "UP", "VITAL", "DETAIL"),
                    state.parts().stream()
                            .map(part -> List.of(part.name(), part.up(), part.vital(), part.detail()))
                            .toList());
        }
        return state.up() ? OK : FAILED;
    }
}
