package org.preau.core.directory.command;

import org.preau.api.console.PortalCommand;
import org.preau.api.directory.load.Feed;

/** The feed commands with one feed deployed. */
public final class TestFeeds {
    private TestFeeds() {}

    /** {@code feed-check}. */
    public static PortalCommand check(Feed feed) {
        return new FeedCheckCommand(with(feed));
    }

    /** {@code feed-apply}. */
    public static PortalCommand apply(Feed feed) {
        return new FeedApplyCommand(with(feed));
    }

    private static Feeds with(Feed feed) {
        Feeds feeds = new Feeds();
        feeds.addFeed(feed);
        return feeds;
    }
}
