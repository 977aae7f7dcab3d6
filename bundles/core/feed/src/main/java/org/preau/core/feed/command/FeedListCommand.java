package org.preau.core.feed.command;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.Feeds;

/** {@code preau:feed-list}: the archives that were handed in, the latest first. */
@Component
public final class FeedListCommand implements PortalCommand {
    private final Feeds feeds;

    /** Takes its services. */
    @Activate
    public FeedListCommand(@Reference Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("feed-list", "Lists the archives that were handed in, the latest first")
                .option("limit", "N", "how many, at most " + PageRequest.MAX + "; 100 by default")
                .option("offset", "N", "how many to skip")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<FeedRun> runs = feeds.list(Subject.SYSTEM, page(call)).items();
        if (call.flag("json")) {
            call.json(runs.stream().map(RunForm::line).toList());
        } else {
            call.table(
                    List.of("ID", "KIND", "MODE", "RECEIVED", "OUTCOME", "STATE", "FILE"),
                    runs.stream()
                            .map(run -> Arrays.asList(
                                    run.id(),
                                    run.system(),
                                    run.mode(),
                                    run.received(),
                                    RunForm.outcome(run.outcome()),
                                    RunForm.lower(run.state()),
                                    run.fileName()))
                            .toList());
        }
        return OK;
    }

    private static PageRequest page(CommandCall call) {
        try {
            return new PageRequest(
                    Integer.parseInt(call.optional("offset").orElse("0")),
                    Integer.parseInt(call.optional("limit").orElse("100")));
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException("--offset wants 0 or more, --limit 1 to " + PageRequest.MAX);
        }
    }
}
