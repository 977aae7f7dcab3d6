package org.preau.core.feed.command;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.core.feed.run.NewRun.Doing;

/** {@code preau:feed-check}: tells what an archive would change; nothing of the directory is written, the archive is not kept. Exit status 0 for accept and warn, 3 for hold, 4 for reject. */
@Component
public final class FeedCheckCommand implements PortalCommand {
    private final Intake intake;

    /** Takes its services. */
    @Activate
    public FeedCheckCommand(@Reference Intake intake) {
        this.intake = intake;
    }

    @Override
    public CommandSpec spec() {
        return Intake.spec("feed-check", "Checks an archive and tells what it would change; nothing is written");
    }

    @Override
    public int run(CommandCall call) {
        return intake.run(call, Doing.CHECK_ONLY);
    }
}
