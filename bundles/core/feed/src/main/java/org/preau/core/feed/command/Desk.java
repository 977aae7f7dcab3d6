package org.preau.core.feed.command;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.Feeds;
import org.preau.core.feed.run.RunStore;

/** What the commands share: finding a run by the beginning of its id, and showing it. Safe on any thread. */
@Component(service = Desk.class)
public final class Desk {
    private static final int SHORTEST = 4;

    private final Feeds feeds;
    private final RunStore runs;

    /** Takes its services. */
    @Activate
    public Desk(@Reference Feeds feeds, @Reference RunStore runs) {
        this.feeds = feeds;
        this.runs = runs;
    }

    /** The run that the call names by {@code id}, which may be abbreviated while it is unique. */
    UUID named(CommandCall call) {
        String id = call.value("id").toLowerCase(java.util.Locale.ROOT);
        if (id.length() < SHORTEST) {
            throw new MisusedCommandException("give at least " + SHORTEST + " characters of the id");
        }
        List<FeedRun> found = runs.beginning(id);
        if (found.size() != 1) {
            throw new MisusedCommandException(
                    found.isEmpty() ? "no run begins with " + id : "several runs begin with " + id);
        }
        return found.get(0).id();
    }

    /** The findings that are kept of a run. */
    List<LoadFinding> findings(UUID id) {
        List<LoadFinding> all = new ArrayList<>();
        Page<LoadFinding> page;
        do {
            page = feeds.findings(Subject.SYSTEM, id, new PageRequest(all.size(), PageRequest.MAX));
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < page.total());
        return all;
    }

    /** Shows where a run is now; gives the exit status of its verdict. */
    int show(CommandCall call, UUID id) {
        FeedRun run = runs.get(id).run();
        List<LoadFinding> findings = findings(id);
        if (call.flag("json")) {
            call.json(RunForm.result(run, findings));
        } else {
            RunForm.print(run, findings, call.out());
        }
        FeedOutcome outcome = run.outcome();
        if (outcome == null || run.state() == FeedState.FAILED) {
            return PortalCommand.FAILED;
        }
        return run.state() == FeedState.REJECTED ? FeedOutcome.REJECT.exitStatus() : outcome.exitStatus();
    }
}
