package org.preau.core.event;

import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEvent;

/** What each bundle publishes by: a plugin that floods the portal with events is told so, and stopped if it goes on. */
@Component(service = Events.class, scope = ServiceScope.BUNDLE)
public final class BundleEvents implements Events {
    private static final int PER_MINUTE = 600;

    private final PostgresqlEvents events;
    private final Bundle publisher;

    /** Publishes for the bundle that uses it. */
    @Activate
    public BundleEvents(ComponentContext context, @Reference PostgresqlEvents events) {
        this.events = events;
        this.publisher = context.getUsingBundle();
    }

    @Override
    public void publish(PortalEvent event) {
        events.containment().count(publisher, "events", PER_MINUTE);
        events.publish(event);
    }
}
