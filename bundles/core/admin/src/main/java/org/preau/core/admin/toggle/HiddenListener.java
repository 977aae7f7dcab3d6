package org.preau.core.admin.toggle;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.preau.api.app.HiddenChanged;
import org.preau.api.base.PortalEventListener;

/** Drops what this node remembers of one user when he hid or showed something; ranked high, so that it is told before those who ask again. */
@Component(service = PortalEventListener.class)
@ServiceRanking(1000)
public final class HiddenListener implements PortalEventListener<HiddenChanged> {
    private final SqlToggles toggles;

    /** Made by the portal. */
    @Activate
    public HiddenListener(@Reference SqlToggles toggles) {
        this.toggles = toggles;
    }

    @Override
    public Class<HiddenChanged> type() {
        return HiddenChanged.class;
    }

    @Override
    public void on(HiddenChanged event) {
        toggles.hiddenChanged(event.accountId());
    }
}
