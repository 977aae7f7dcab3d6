package org.preau.core.containment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.containment.PluginState;

/** {@code preau:quarantine-list}: what each plugin takes, and which of them are stopped and why. */
@Component
public final class QuarantineListCommand implements PortalCommand {
    private final DefaultContainment containment;

    /** Lists these plugins. */
    @Activate
    public QuarantineListCommand(@Reference DefaultContainment containment) {
        this.containment = containment;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("quarantine-list", "Lists what each plugin takes, and which of them are stopped and why")
                .flag("stopped", "only those that are stopped")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<PluginState> states = containment.states().stream()
                .filter(state -> !call.flag("stopped") || state.stop().isPresent())
                .toList();
        if (call.flag("json")) {
            call.json(states.stream().map(QuarantineListCommand::row).toList());
        } else {
            call.table(
                    List.of("PLUGIN", "CALLS", "FAILED", "RUNNING", "MS", "MB", "STOPPED"),
                    states.stream()
                            .map(state -> List.of(
                                    state.plugin(),
                                    state.calls(),
                                    state.failures(),
                                    state.running(),
                                    state.time().toMillis(),
                                    state.allocated() >> 20,
                                    state.stop().map(PluginState.Stop::why).orElse("")))
                            .toList());
        }
        containment.leaks().all().forEach((plugin, threads) -> call.err()
                .println(plugin + " left threads behind: " + threads));
        return OK;
    }

    private static Map<String, Object> row(PluginState state) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("plugin", state.plugin());
        row.put("version", state.version());
        row.put("shipped", state.shipped());
        row.put("calls", state.calls());
        row.put("failures", state.failures());
        row.put("refused", state.refused());
        row.put("running", state.running());
        row.put("millis", state.time().toMillis());
        row.put("processorMillis", state.processor().toMillis());
        row.put("allocated", state.allocated());
        row.put("remains", state.remains());
        state.stop().ifPresent(stop -> {
            row.put("stoppedSince", stop.since());
            row.put("stoppedUntil", stop.until());
            row.put("why", stop.why());
        });
        return row;
    }
}
