package org.preau.api.app;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * A user hid something from his own home page, or shows it again: only his own open pages have to change.
 *
 * @param accountId whose home page
 * @since 1.0
 */
public record HiddenChanged(UUID accountId) implements PortalEvent {}
