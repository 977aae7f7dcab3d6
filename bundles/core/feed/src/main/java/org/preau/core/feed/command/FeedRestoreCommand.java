package org.preau.core.feed.command;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.core.feed.Acts;
import org.preau.core.feed.step.Workers;

/** {@code preau:feed-restore}: brings the directory back to before an applied archive; later ones of its source are undone too. */
@Component
public final class FeedRestoreCommand implements PortalCommand {
    private final Desk desk;
    private final Acts acts;
    private final Workers workers;

    /** Takes its services. */
    @Activate
    public FeedRestoreCommand(@Reference Desk desk, @Reference Acts acts, @Reference Workers workers) {
        this.desk = desk;
        this.acts = acts;
        this.workers = workers;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("feed-restore", "Undoes an applied archive and every later one of its source")
                .argument("id", "its id, or the beginning of it")
                .flag("json", "prints one JSON object: the run of the undo");
    }

    @Override
    public int run(CommandCall call) {
        UUID undo = acts.restore(Subject.SYSTEM, desk.named(call), false);
        workers.now(undo, null);
        return desk.show(call, undo);
    }
}
