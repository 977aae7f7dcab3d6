package org.preau.core.feed.command;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.core.feed.run.NewRun.Doing;

/** {@code preau:feed-apply}: applies an archive, all of it or nothing. Exit status 0 for accept and warn, 3 for hold, 4 for reject. */
@Component
public final class FeedApplyCommand implements PortalCommand {
    private static final String ALLOW = "allow-departures";

    private final Intake intake;

    /** Takes its services. */
    @Activate
    public FeedApplyCommand(@Reference Intake intake) {
        this.intake = intake;
    }

    @Override
    public CommandSpec spec() {
        return Intake.spec("feed-apply", "Applies an archive, all of it or nothing")
                .flag(ALLOW, "people and schools that are no more in it leave, however many");
    }

    @Override
    public int run(CommandCall call) {
        return intake.run(call, call.flag(ALLOW) ? Doing.APPLY_FREELY : Doing.APPLY);
    }
}
