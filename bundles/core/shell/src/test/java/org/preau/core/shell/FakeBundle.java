package org.preau.core.shell;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalEventListener;

/** A bundle that registers event listeners, and a portal that calls them. */
public final class FakeBundle {
    private final List<PortalEventListener<?>> listeners = new CopyOnWriteArrayList<>();

    /** Its context. */
    public BundleContext context() {
        return proxy(BundleContext.class, (name, arguments) -> {
            PortalEventListener<?> listener = (PortalEventListener<?>) arguments[1];
            listeners.add(listener);
            return proxy(ServiceRegistration.class, (method, none) -> listeners.remove(listener) ? null : null);
        });
    }

    /** The listeners that are registered. */
    public List<PortalEventListener<?>> listeners() {
        return listeners;
    }

    /** Delivers an event. */
    public <E extends PortalEvent> void publish(E event) {
        for (PortalEventListener<?> listener : listeners) {
            if (listener.type().isInstance(event)) {
                @SuppressWarnings("unchecked")
                PortalEventListener<E> fitting = (PortalEventListener<E>) listener;
                fitting.on(event);
            }
        }
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? method.getName().equals("hashCode") ? (Object) 1 : (Object) false
                        : answer.give(method.getName(), arguments)));
    }

    private interface Answer {
        @org.jspecify.annotations.Nullable
        Object give(String method, Object[] arguments);
    }
}
