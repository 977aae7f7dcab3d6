package org.preau.api.notification;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.PortalEvent;
import org.preau.api.directory.Scope;

/**
 * Somebody may see something new, or something was taken back: open pages ask again, by push.
 *
 * @param scopes people of these scopes
 * @param accounts these accounts
 * @since 1.0
 */
public record NotificationsChanged(List<Scope> scopes, List<UUID> accounts) implements PortalEvent {}
