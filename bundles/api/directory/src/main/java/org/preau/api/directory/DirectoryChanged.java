package org.preau.api.directory;

import org.preau.api.base.PortalEvent;

/**
 * A feed was applied, or memberships were changed: caches of memberships are to be dropped.
 *
 * @param cause what changed it: a feed's name, {@code assignment}…
 * @since 1.0
 */
public record DirectoryChanged(String cause) implements PortalEvent {}
