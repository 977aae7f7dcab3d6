package org.preau.sso.oidc;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.ConnectorSwitched;

/** A client was suspended: its codes and tokens are good no more, on devices neither. */
@Component
public final class SuspendedClients implements PortalEventListener<ConnectorSwitched> {
    private final SqlTokens tokens;

    /** Made by the portal. */
    @Activate
    public SuspendedClients(@Reference SqlTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<ConnectorSwitched> type() {
        return ConnectorSwitched.class;
    }

    @Override
    public void on(ConnectorSwitched event) {
        if (event.suspended()) {
            tokens.end(event.connectorId());
        }
    }
}
