package org.preau.apps.feeds;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.feed.FeedChanged;

/** Has the open home pages of the academy ask again when an archive came to rest. */
@Component(service = PortalEventListener.class)
public final class HomeRefresh implements PortalEventListener<FeedChanged> {
    private final Structures structures;
    private final Events events;

    /** Made by the portal. */
    @Activate
    public HomeRefresh(@Reference Structures structures, @Reference Events events) {
        this.structures = structures;
        this.events = events;
    }

    @Override
    public Class<FeedChanged> type() {
        return FeedChanged.class;
    }

    @Override
    public void on(FeedChanged event) {
        switch (event.state()) {
            case HELD, CHECKED, APPLIED, REJECTED, RESTORED -> {
                List<Scope> academies = structures.roots().stream()
                        .map(root -> Scope.structure(root.id()))
                        .toList();
                events.publish(new ContributionsChanged(FeedsApplication.APP, academies));
            }
            case RECEIVED, CHECKING, APPLYING, FAILED -> {
                // nothing that a home page shows
            }
        }
    }
}
