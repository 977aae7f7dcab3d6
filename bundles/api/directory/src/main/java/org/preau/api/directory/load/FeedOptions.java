package org.preau.api.directory.load;

import java.util.Optional;

/**
 * What the operator said about an archive.
 *
 * @param academy code of the academy it must come from; empty for those of the feed's configuration
 * @param allowDepartures whether people and schools already there may be removed by it
 */
public record FeedOptions(Optional<String> academy, boolean allowDepartures) {
    /** Nothing said: academies of the configuration, nobody may be removed. */
    public static final FeedOptions NONE = new FeedOptions(Optional.empty(), false);
}
