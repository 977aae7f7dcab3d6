package org.preau.api.connector;

import org.preau.api.base.PortalEvent;

/**
 * A connector, a category or a protocol came or went on a node.
 *
 * @param cause which: {@code connector:elea}, {@code category:3}, {@code protocol:cas}
 * @since 1.0
 */
public record ConnectorsChanged(String cause) implements PortalEvent {}
