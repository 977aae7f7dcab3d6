package org.preau.core.admin.toggle;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.preau.api.app.TogglesChanged;
import org.preau.api.base.PortalEventListener;

/** Drops what this node remembers when something was switched; ranked high, so that it is told before those who ask again. */
@Component(service = PortalEventListener.class)
@ServiceRanking(1000)
public final class TogglesListener implements PortalEventListener<TogglesChanged> {
    private final SqlToggles toggles;

    /** Made by the portal. */
    @Activate
    public TogglesListener(@Reference SqlToggles toggles) {
        this.toggles = toggles;
    }

    @Override
    public Class<TogglesChanged> type() {
        return TogglesChanged.class;
    }

    @Override
    public void on(TogglesChanged event) {
        toggles.changed();
    }
}
