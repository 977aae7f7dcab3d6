package org.preau.core.event;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalEventListener;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.containment.StoppedPluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of this node, and how they are told. */
final class Listeners {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private volatile List<Ranked> listeners = List.of();
    private final EventJson json;
    private final Supplier<Containment> containment;

    Listeners(EventJson json) {
        this(json, () -> Containment.NONE);
    }

    Listeners(EventJson json, Supplier<Containment> containment) {
        this.json = json;
        this.containment = containment;
    }

    /** A listener and when it is told: higher first, so that caches are dropped before anybody who reads them is told. */
    private record Ranked(PortalEventListener<?> listener, int ranking) {}

    /** One more. */
    synchronized void add(PortalEventListener<?> listener, int ranking) {
        listeners = Stream.concat(listeners.stream(), Stream.of(new Ranked(listener, ranking)))
                .sorted(Comparator.comparingInt(Ranked::ranking).reversed())
                .toList();
    }

    /** One less. */
    synchronized void remove(PortalEventListener<?> listener) {
        listeners =
                listeners.stream().filter(each -> each.listener() != listener).toList();
    }

    /** Tells those who listen to this class of events; one that throws is logged and the others are told. */
    void tell(StoredEvent event) {
        for (Ranked each : listeners) {
            PortalEventListener<?> listener = each.listener();
            try {
                if (listener.type().getName().equals(event.type())) {
                    containment.get().run(listener, Door.EVENT, () -> tell(listener, event));
                }
            } catch (StoppedPluginException e) {
                log.warn("{} is stopped and misses event {} of type {}", e.plugin(), event.id(), event.type());
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
