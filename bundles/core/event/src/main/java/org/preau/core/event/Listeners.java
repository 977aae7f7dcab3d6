package org.preau.core.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of this node, and how they are told. */
final class Listeners {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final List<PortalEventListener<?>> listeners = new CopyOnWriteArrayList<>();
    private final EventJson json;

    Listeners(EventJson json) {
        this.json = json;
    }

    /** One more. */
    void add(PortalEventListener<?> listener) {
        listeners.add(listener);
    }

    /** One less. */
    void remove(PortalEventListener<?> listener) {
        listeners.remove(listener);
    }

    /** Tells those who listen to this class of events; one that throws is logged and the others are told. */
    void tell(StoredEvent event) {
        for (PortalEventListener<?> listener : listeners) {
            try {
                if (listener.type().getName().equals(event.type())) {
                    tell(listener, event);
                }
            } catch (RuntimeException | LinkageError e) {
                log.error(
                        "{} failed on event {} of type {}", listener.getClass().getName(), event.id(), event.type(), e);
            }
        }
    }

    private <E extends PortalEvent> void tell(PortalEventListener<E> listener, StoredEvent event) {
        listener.on(json.read(event.body(), listener.type()));
    }
}
