package org.preau.api.app;

import org.preau.api.base.PortalEvent;

/**
 * Something was switched on or off.
 *
 * @param item {@code app:<id>} or {@code connector:<id>}
 * @since 1.0
 */
public record TogglesChanged(String item) implements PortalEvent {}
