package org.preau.core.admin.toggle;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.extension.ExtensionErased;

/** Forgets what was switched or hidden about the applications of an extension whose data were erased. */
@Component(service = PortalEventListener.class)
public final class ErasedListener implements PortalEventListener<ExtensionErased> {
    private final SqlToggles toggles;

    /** Made by the portal. */
    @Activate
    public ErasedListener(@Reference SqlToggles toggles) {
        this.toggles = toggles;
    }

    @Override
    public Class<ExtensionErased> type() {
        return ExtensionErased.class;
    }

    @Override
    public void on(ExtensionErased event) {
        event.apps().forEach(app -> toggles.forget("app:" + app));
    }
}
