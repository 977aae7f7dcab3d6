package org.preau.core.connect.request;

import org.preau.api.base.PortalEvent;

/**
 * A request was opened or closed to somebody: nodes read what is open again.
 *
 * @param connectorId the connector
 */
public record RequestsChanged(String connectorId) implements PortalEvent {}
