package org.preau.core.directory.command;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:feed-check}: tells what an archive would change; writes nothing. Exit status 0 for accept and warn, 3 for hold, 4 for reject. */
@Component
public final class FeedCheckCommand implements PortalCommand {
    private final Feeds feeds;

    /** Takes its services. */
    @Activate
    public FeedCheckCommand(@Reference Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public CommandSpec spec() {
        return Feeds.spec("feed-check", "Checks an archive and tells what it would change; nothing is written");
    }

    @Override
    public int run(CommandCall call) {
        return Feeds.show(call, feeds.named(call).check(call.file("file"), Feeds.options(call, false)));
    }
}
