package org.preau.core.event;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalEventListener;
import org.preau.api.containment.Containment;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events by PostgreSQL. Listeners are called one after the other on the thread {@code preau-events}. */
@Component(service = PostgresqlEvents.class, immediate = true)
public final class PostgresqlEvents implements Events {
    private static final Logger log = LoggerFactory.getLogger(PostgresqlEvents.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SECONDS_TO_END = 5;

    private final Tx tx;
    private final Clock clock;
    private final EventStore store;
    private final EventJson json = new EventJson();
    private final Listeners listeners = new Listeners(json, this::containment);
    private final SeenEvents seen = new SeenEvents();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "preau-events"));
    private final ScheduledFuture<?> purge;
    private final EventReceiver receiver;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    /** Begins to listen; nothing here waits for the database. */
    @Activate
    public PostgresqlEvents(
            @Reference(target = "(preau.unit=event)") Tx tx, @Reference Database database, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
        this.store = new EventStore(tx);
        this.receiver = new EventReceiver(database, store, seen, this::deliver, clock);
        this.purge = executor.scheduleWithFixedDelay(this::purge, 1, 60, TimeUnit.MINUTES);
        receiver.start();
    }

    @Override
    public void publish(PortalEvent event) {
        String type = event.getClass().getName();
        String body = json.written(event);
        tx.writeSql(connection -> {
            long id = store.add(type, body, clock.instant());
            seen.add(id);
            tx.afterCommit(() -> deliver(new StoredEvent(id, type, body)));
            return id;
        });
    }

    /** What stands between events and the code of plugins. */
    Containment containment() {
        return Containment.orNone(containment);
    }

    /** A bundle listens. */
    void bindListener(PortalEventListener<?> listener, Map<String, Object> properties) {
        listeners.add(listener, properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0);
    }

    /** A bundle listens no more. */
    void unbindListener(PortalEventListener<?> listener) {
        listeners.remove(listener);
    }

    /** Ends delivery; what waits is delivered within a few seconds or never. */
    @Deactivate
    void stop() {
        purge.cancel(false);
        receiver.end();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks the connection it listens on: for tests. */
    void breakConnection() {
        receiver.close();
    }

    private void deliver(StoredEvent event) {
        try {
            executor.execute(() -> listeners.tell(event));
        } catch (RejectedExecutionException e) {
            log.debug("event {} comes too late", event.id(), e);
        }
    }

    private void purge() {
        try {
            store.purge(clock.instant().minus(KEPT));
        } catch (RuntimeException e) {
            log.debug("old events stay for now", e);
        }
    }
}
