package org.preau.sso.cas;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.ConnectorSwitched;

/** A service was suspended: the tickets it holds are good no more. */
@Component
public final class SuspendedServices implements PortalEventListener<ConnectorSwitched> {
    private final SqlTickets tickets;
    private final SqlGrantings grantings;

    /** Made by the portal. */
    @Activate
    public SuspendedServices(@Reference SqlTickets tickets, @Reference SqlGrantings grantings) {
        this.tickets = tickets;
        this.grantings = grantings;
    }

    @Override
    public Class<ConnectorSwitched> type() {
        return ConnectorSwitched.class;
    }

    @Override
    public void on(ConnectorSwitched event) {
        if (event.suspended()) {
            tickets.end(event.connectorId());
            grantings.end(event.connectorId());
        }
    }
}
