package org.preau.core.connect.suspension;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.ConnectorSwitched;
import org.preau.core.connect.ChangeNotices;
import org.preau.core.connect.visit.ServiceTelling;

/** A connector was suspended or resumed on some node: this one knows it now, and a suspended service is told that its sign-ins are over. */
@Component
public final class SwitchedListener implements PortalEventListener<ConnectorSwitched> {
    private final SqlSuspensions suspensions;
    private final ChangeNotices notices;
    private final ServiceTelling telling;

    /** Made by the portal. */
    @Activate
    public SwitchedListener(
            @Reference SqlSuspensions suspensions,
            @Reference ChangeNotices notices,
            @Reference ServiceTelling telling) {
        this.suspensions = suspensions;
        this.notices = notices;
        this.telling = telling;
    }

    @Override
    public Class<ConnectorSwitched> type() {
        return ConnectorSwitched.class;
    }

    @Override
    public void on(ConnectorSwitched event) {
        suspensions.changed();
        notices.publish("connector:" + event.connectorId());
        if (event.suspended()) {
            telling.connectorSuspended(event.connectorId());
        }
    }
}
