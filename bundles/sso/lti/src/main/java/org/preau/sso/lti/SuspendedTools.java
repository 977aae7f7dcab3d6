package org.preau.sso.lti;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.ConnectorSwitched;

/** A tool was suspended: its tokens are good no more. */
@Component
public final class SuspendedTools implements PortalEventListener<ConnectorSwitched> {
    private final SqlServiceTokens tokens;

    /** Made by the portal. */
    @Activate
    public SuspendedTools(@Reference SqlServiceTokens tokens) {
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
