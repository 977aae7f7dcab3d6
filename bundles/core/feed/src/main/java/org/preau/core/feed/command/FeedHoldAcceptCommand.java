package org.preau.core.feed.command;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.load.Leavers;
import org.preau.core.feed.Acts;
import org.preau.core.feed.step.Workers;

/** {@code preau:feed-hold-accept}: those may leave who would leave by the review; compares anew and applies. Exit status 0 applied, 3 held again: more would leave now. */
@Component
public final class FeedHoldAcceptCommand implements PortalCommand {
    private final Desk desk;
    private final Acts acts;
    private final Workers workers;

    /** Takes its services. */
    @Activate
    public FeedHoldAcceptCommand(@Reference Desk desk, @Reference Acts acts, @Reference Workers workers) {
        this.desk = desk;
        this.acts = acts;
        this.workers = workers;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("feed-hold-accept", "Accepts the leavers of an archive on hold, and applies it")
                .argument("id", "its id, or the beginning of it")
                .repeatedOption("school", "UAI", "only the leavers of this school; those of other held schools stay")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        UUID id = desk.named(call);
        List<String> schools = call.values("school");
        Leavers leavers = schools.isEmpty() ? Leavers.all() : new Leavers.OfSchools(Set.copyOf(schools));
        acts.accept(Subject.SYSTEM, id, leavers, false);
        workers.now(id, null);
        return desk.show(call, id);
    }
}
