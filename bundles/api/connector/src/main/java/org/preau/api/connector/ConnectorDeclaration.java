package org.preau.api.connector;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by a bundle that brings a connector; the other way to bring one is a file {@code org.preau.connector~<id>.cfg}.
 *
 * @since 1.0
 */
@ConsumerType
public interface ConnectorDeclaration {
    /** The connector; constant as long as the service is registered. */
    Connector connector();
}
