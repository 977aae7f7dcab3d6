package org.preau.core.admin.console.grant;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.authorisation.GrantEnding;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.Scope;

/** Has open home pages of the perimeter ask again what is for today when a right is about to end. */
@Component(service = PortalEventListener.class)
public final class GrantEndingListener implements PortalEventListener<GrantEnding> {
    private final Events events;

    /** Made by the portal. */
    @Activate
    public GrantEndingListener(@Reference Events events) {
        this.events = events;
    }

    @Override
    public Class<GrantEnding> type() {
        return GrantEnding.class;
    }

    @Override
    public void on(GrantEnding event) {
        events.publish(new ContributionsChanged("administration", List.of(Scope.structure(event.structureId()))));
    }
}
