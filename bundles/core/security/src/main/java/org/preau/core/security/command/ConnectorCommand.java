package org.preau.core.security.command;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.signin.Switchboard;

/** {@code preau:security-connector}: suspends a connector on every node with its tickets and tokens, or resumes it. */
@Component
public final class ConnectorCommand implements PortalCommand {
    private final Switchboard switchboard;

    /** For the service registry. */
    @Activate
    public ConnectorCommand(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("security-connector", "Suspends a connector everywhere, or lets users in again")
                .argument("connector", "its id, see connector-list")
                .flag("resume", "lets users in again")
                .flag("exercise", "counts, touches nobody")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        String connector = call.value("connector");
        boolean resume = call.flag("resume");
        boolean exercise = call.flag("exercise");
        int count = 0;
        if (resume) {
            switchboard.resumeConnector(Subject.SYSTEM, connector);
        } else {
            count = switchboard.suspendConnector(Subject.SYSTEM, connector, exercise);
        }
        if (call.flag("json")) {
            call.json(Map.of(
                    "connector", connector, "suspended", !resume && !exercise, "signIns", count, "exercise", exercise));
        } else if (resume) {
            call.out().println("resumed: " + connector);
        } else {
            call.out()
                    .println((exercise ? "" : "suspended: " + connector + ", ")
                            + Wanted.said(count, "sign-ins ended", exercise));
        }
        return OK;
    }
}
