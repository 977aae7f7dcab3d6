package org.preau.api.feed;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * An archive went a step on.
 *
 * @param feedId its run
 * @param state where it is now
 * @since 1.0
 */
public record FeedChanged(UUID feedId, FeedState state) implements PortalEvent {}
