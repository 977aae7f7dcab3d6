package org.preau.api.signin;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * A session's context changed.
 *
 * @param sessionId which
 * @since 1.0
 */
public record SessionChanged(UUID sessionId) implements PortalEvent {}
