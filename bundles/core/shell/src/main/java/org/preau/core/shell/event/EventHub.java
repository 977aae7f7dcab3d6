package org.preau.core.shell.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets open pages hear of events. For each type that somebody listens to there is one listener service, registered with the first and gone with the last: so nothing of an application is kept when its views
 * are closed.
 */
@Component(service = EventHub.class)
public final class EventHub {
    private static final Logger log = LoggerFactory.getLogger(EventHub.class);

    private final BundleContext bundle;
    private final Map<Class<?>, Channel<?>> channels = new HashMap<>();

    /** Called by the component runtime. */
    @Activate
    public EventHub(BundleContext bundle) {
        this.bundle = bundle;
    }

    @Deactivate
    synchronized void stop() {
        channels.values().forEach(Channel::close);
        channels.clear();
    }

    /**
     * Calls {@code listener} for each event of that type, on the thread of delivery.
     *
     * @return ends it
     */
    public synchronized <E extends PortalEvent> Runnable listen(Class<E> type, Consumer<E> listener) {
        @SuppressWarnings("unchecked")
        Channel<E> channel = (Channel<E>) channels.computeIfAbsent(type, key -> new Channel<>(bundle, type));
        channel.listeners.add(listener);
        return () -> end(channel, listener);
    }

    private synchronized <E extends PortalEvent> void end(Channel<E> channel, Consumer<E> listener) {
        channel.listeners.remove(listener);
        if (channel.listeners.isEmpty() && channels.remove(channel.type, channel)) {
            channel.close();
        }
    }

    private static final class Channel<E extends PortalEvent> implements PortalEventListener<E> {
        private final Class<E> type;
        private final List<Consumer<E>> listeners = new CopyOnWriteArrayList<>();
        private final ServiceRegistration<?> registration;

        @SuppressWarnings("this-escape")
        Channel(BundleContext bundle, Class<E> type) {
            this.type = type;
            this.registration = bundle.registerService(PortalEventListener.class, this, null);
        }

        @Override
        public Class<E> type() {
            return type;
        }

        @Override
        public void on(E event) {
            for (Consumer<E> listener : listeners) {
                try {
                    listener.accept(event);
                } catch (RuntimeException e) {
                    log.warn("a page could not be told of {}", type.getSimpleName(), e);
                }
            }
        }

        void close() {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                log.debug("listener of {} is gone already", type.getSimpleName());
            }
        }
    }
}
