package org.preau.core.persistence;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.preau.api.persistence.PersistenceUnit;
import org.preau.api.supervision.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The units of all bundles. They come and go on any thread; they are opened on the watch's. */
final class Units implements HealthCheck {
    private static final Logger log = LoggerFactory.getLogger(Units.class);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final BundleContext context;
    private final PooledDatabase database;
    private final Map<ServiceReference<PersistenceUnit>, WaitingUnit> units = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<WaitingUnit> order = new ConcurrentLinkedDeque<>();

    Units(BundleContext context, PooledDatabase database) {
        this.context = context;
        this.database = database;
    }

    /** A bundle brought a unit. */
    void add(ServiceReference<PersistenceUnit> reference) {
        PersistenceUnit unit = context.getService(reference);
        if (unit != null) {
            WaitingUnit waiting = new WaitingUnit(unit, reference.getBundle());
            units.put(reference, waiting);
            order.add(waiting);
        }
    }

    /** A bundle takes its unit away. */
    void remove(ServiceReference<PersistenceUnit> reference) {
        WaitingUnit known = units.remove(reference);
        if (known != null) {
            order.remove(known);
            known.close();
            context.ungetService(reference);
        }
    }

    /** Whether some bundle has a unit of that name now. */
    boolean holds(String name) {
        return order.stream().anyMatch(unit -> unit.name().equals(name));
    }

    /** Opens what waits; the database is up. */
    void openWaiting() {
        for (WaitingUnit unit : order) {
            if (unit.isDue()) {
                open(unit);
            }
        }
    }

    /** Closes all. */
    void close() {
        List.copyOf(units.keySet()).forEach(this::remove);
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public Health health() {
        String closed = order.stream()
                .filter(unit -> !unit.isOpen())
                .map(unit -> unit.name() + (unit.fault().isEmpty() ? " waits" : " failed: " + unit.fault()))
                .collect(Collectors.joining("; "));
        return closed.isEmpty() ? Health.UP : Health.down(closed);
    }

    @Override
    public boolean vital() {
        return order.stream().anyMatch(unit -> !unit.isOpen() && unit.isVital());
    }

    private void open(WaitingUnit unit) {
        if (order.stream()
                .anyMatch(
                        other -> other != unit && other.isOpen() && other.name().equals(unit.name()))) {
            if (unit.failed("another bundle has a unit of that name", 0)) {
                log.warn("Unit {} is there twice: the second waits", unit.name());
            }
            return;
        }
        try {
            unit.open(database, context);
            log.info("Unit {} is open", unit.name());
            if (!order.contains(unit)) {
                unit.close();
            }
        } catch (RuntimeException | LinkageError e) {
            boolean away = SqlFailures.isConnectionLost(e);
            if (unit.failed(SqlFailures.firstLine(e), away ? 0 : RETRY_NANOS) && !away) {
                log.error("Unit {} cannot be opened", unit.name(), e);
            }
        }
    }
}
