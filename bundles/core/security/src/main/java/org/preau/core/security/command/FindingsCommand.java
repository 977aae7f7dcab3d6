package org.preau.core.security.command;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.signin.Switchboard;

/** {@code preau:security-findings}: what was noticed about sign-ins, and which counters are closed. */
@Component
public final class FindingsCommand implements PortalCommand {
    private static final int SHOWN = 50;

    private final Switchboard switchboard;

    /** For the service registry. */
    @Activate
    public FindingsCommand(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("security-findings", "Shows what was noticed about sign-ins, and closed counters");
    }

    @Override
    public int run(CommandCall call) {
        switchboard.closedCounters().stream().sorted().forEach(counter -> call.out()
                .println("closed: " + counter));
        switchboard.suspendedConnectors().stream().sorted().forEach(connector -> call.out()
                .println("suspended: " + connector));
        switchboard.findings(Subject.SYSTEM, PageRequest.first(SHOWN)).items().forEach(one -> call.out()
                .println(one.at() + " " + one.kind()
                        + (one.accountId() == null ? " network " + one.network() : " account " + one.accountId()) + " x"
                        + one.count()));
        return OK;
    }
}
