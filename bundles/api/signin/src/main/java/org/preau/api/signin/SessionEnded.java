package org.preau.api.signin;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * Sessions ended: sign-out, revocation, idle time.
 *
 * @param sessionIds which, at most 1,000 an event
 * @since 1.0
 */
public record SessionEnded(List<UUID> sessionIds) implements PortalEvent {}
