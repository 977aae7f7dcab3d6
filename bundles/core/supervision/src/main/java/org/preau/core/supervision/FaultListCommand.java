package org.preau.core.supervision;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:fault-list}: the last faults of this node, the newest first. */
@Component
public final class FaultListCommand implements PortalCommand {
    private final RingFaults faults;

    /** Lists these faults. */
    @Activate
    public FaultListCommand(@Reference RingFaults faults) {
        this.faults = faults;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("fault-list", "Lists the last faults of this node, the newest first")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        if (call.flag("json")) {
            call.json(faults.last());
        } else {
            call.table(
                    List.of("REFERENCE", "AT", "PART", "WHAT"),
                    faults.last().stream()
                            .map(fault -> List.of(fault.reference(), fault.at(), fault.part(), fault.what()))
                            .toList());
        }
        return OK;
    }
}
