package org.preau.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEvent;

/** Keeps what was published, and delivers it at once to who listens. */
public final class FakeEvents implements Events {
    private final List<PortalEvent> published = new CopyOnWriteArrayList<>();
    private final List<Consumer<PortalEvent>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(PortalEvent event) {
        published.add(event);
        new ArrayList<>(listeners).forEach(each -> each.accept(event));
    }

    /** Everything published so far, in order. */
    public List<PortalEvent> published() {
        return List.copyOf(published);
    }

    /** What was published of that type, in order. */
    public <E extends PortalEvent> List<E> published(Class<E> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Delivers every event to a listener too. */
    public void listen(Consumer<PortalEvent> listener) {
        listeners.add(listener);
    }

    /** Delivers to it no more. */
    public void forget(Consumer<PortalEvent> listener) {
        listeners.remove(listener);
    }
}
