package org.preau.core.event;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.base.PortalEventListener;

/** Hands the listeners of all bundles to the events. A component of its own: a listener that publishes needs {@code Events}, which then must not wait for its listeners. */
@Component(
        service = {},
        immediate = true)
public final class ListenerWhiteboard {
    private final PostgresqlEvents events;

    /** Begins to collect. */
    @Activate
    public ListenerWhiteboard(@Reference PostgresqlEvents events) {
        this.events = events;
    }

    /** A bundle listens. */
    @Reference(
            service = PortalEventListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindListener(PortalEventListener<?> listener, Map<String, Object> properties) {
        events.bindListener(listener, properties);
    }

    /** A bundle listens no more. */
    void unbindListener(PortalEventListener<?> listener) {
        events.unbindListener(listener);
    }
}
