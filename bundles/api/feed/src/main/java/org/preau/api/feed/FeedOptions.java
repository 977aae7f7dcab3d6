package org.preau.api.feed;

import java.util.Optional;

/**
 * What was said about an archive when it was handed in.
 *
 * @param academy code of the academy it must come from; empty for those of the feed's configuration
 * @since 1.0
 */
public record FeedOptions(Optional<String> academy) {
    /** Nothing said. */
    public static final FeedOptions NONE = new FeedOptions(Optional.empty());
}
