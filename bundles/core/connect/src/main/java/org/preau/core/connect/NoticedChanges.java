package org.preau.core.connect;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.ConnectorsChanged;

/** A change that another bundle or node noticed, such as a protocol that has come to know its services' names: what was worked out before is worked out again. */
@Component
public final class NoticedChanges implements PortalEventListener<ConnectorsChanged> {
    private final ChangeNotices notices;

    /** Made by the portal. */
    @Activate
    public NoticedChanges(@Reference ChangeNotices notices) {
        this.notices = notices;
    }

    @Override
    public Class<ConnectorsChanged> type() {
        return ConnectorsChanged.class;
    }

    @Override
    public void on(ConnectorsChanged event) {
        notices.noticed();
    }
}
