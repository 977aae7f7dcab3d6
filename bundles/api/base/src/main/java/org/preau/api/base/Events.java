package org.preau.api.base;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Publishes events. An event belongs to the transaction it is published in: it is delivered after the commit, or never.
 *
 * @since 1.0
 */
@ProviderType
public interface Events {
    /**
     * Publishes an event to the listeners of every node.
     *
     * <p>Inside a transaction it is written with it and delivered after commit; outside it is a transaction of its own.
     */
    void publish(PortalEvent event);
}
