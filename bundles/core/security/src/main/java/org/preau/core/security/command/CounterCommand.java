package org.preau.core.security.command;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.signin.Switchboard;

/** {@code preau:security-counter}: closes a sign-in counter on every node and ends the sessions opened there, or opens it again. */
@Component
public final class CounterCommand implements PortalCommand {
    private final Switchboard switchboard;

    /** For the service registry. */
    @Activate
    public CounterCommand(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("security-counter", "Closes a sign-in counter everywhere, or opens it again")
                .argument("counter", "local, agent, educonnect…")
                .flag("open", "opens it again")
                .flag("exercise", "counts, touches nobody");
    }

    @Override
    public int run(CommandCall call) {
        String counter = call.value("counter");
        if (call.flag("open")) {
            switchboard.openCounter(Subject.SYSTEM, counter);
            call.out().println("open: " + counter);
            return OK;
        }
        boolean exercise = call.flag("exercise");
        int count = switchboard.closeCounter(Subject.SYSTEM, counter, exercise);
        call.out()
                .println(
                        (exercise ? "" : "closed: " + counter + ", ") + Wanted.said(count, "sessions ended", exercise));
        return OK;
    }
}
