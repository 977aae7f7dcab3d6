package org.preau.api.connector;

import org.preau.api.base.PortalEvent;

/**
 * A connector was suspended or resumed. A protocol that hears of a suspension ends the tickets and tokens it gave for that connector.
 *
 * @param connectorId which
 * @param suspended whether it is suspended now
 * @since 1.0
 */
public record ConnectorSwitched(String connectorId, boolean suspended) implements PortalEvent {}
