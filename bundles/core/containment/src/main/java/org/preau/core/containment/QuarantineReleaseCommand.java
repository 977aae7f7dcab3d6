package org.preau.core.containment;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.containment.Quarantine;

/** {@code preau:quarantine-release}: lets a stopped plugin run again at once. */
@Component
public final class QuarantineReleaseCommand implements PortalCommand {
    private final Quarantine quarantine;

    /** Releases from this quarantine. */
    @Activate
    public QuarantineReleaseCommand(@Reference Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("quarantine-release", "Lets a stopped plugin run again at once")
                .argument("plugin", "symbolic name of its bundle, as quarantine-list shows it");
    }

    @Override
    public int run(CommandCall call) {
        boolean was = quarantine.release(Subject.SYSTEM, call.value("plugin"));
        call.out().println(call.value("plugin") + (was ? " runs again" : " was not stopped"));
        return OK;
    }
}
