package org.preau.core.directory.command;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:feed-apply}: applies an archive, all of it or nothing. Exit status 0 for accept and warn, 3 for hold, 4 for reject. */
@Component
public final class FeedApplyCommand implements PortalCommand {
    private static final String ALLOW = "allow-departures";

    private final Feeds feeds;

    /** Takes its services. */
    @Activate
    public FeedApplyCommand(@Reference Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public CommandSpec spec() {
        return Feeds.spec("feed-apply", "Applies an archive, all of it or nothing")
                .flag(ALLOW, "people and schools that are no more in it leave");
    }

    @Override
    public int run(CommandCall call) {
        return Feeds.show(call, feeds.named(call).apply(call.file("file"), Feeds.options(call, call.flag(ALLOW))));
    }
}
