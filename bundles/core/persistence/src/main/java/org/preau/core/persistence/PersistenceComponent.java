package org.preau.core.persistence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.DatabaseHost;
import org.preau.api.persistence.PersistenceUnit;
import org.preau.api.persistence.UnitSchemas;
import org.preau.api.supervision.HealthCheck;

/**
 * Puts persistence together. Nothing here waits for the database: server, migrations and units are the watch's work. Stopped after all who keep data (its start level
 * is the lowest of the portal's), it stops the server last.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.preau.core.persistence")
@Designate(ocd = PersistenceConfig.class)
public final class PersistenceComponent {
    private final BundleContext context;
    private final DatabaseServer server;
    private final PooledDatabase database;
    private final Units units;
    private final DatabaseWatch watch;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();

    /** Checks the configuration and begins to watch; the units come by {@link #bindUnit}. */
    @Activate
    public PersistenceComponent(BundleContext context, PersistenceConfig config) {
        this.context = context;
        this.server = ExternalServer.named(config, System::getenv).orElseGet(() -> embedded(context));
        ConnectionPool pool = new ConnectionPool(config.pool_size(), this::lookSoon);
        this.database = new PooledDatabase(pool);
        this.units = new Units(context, database);
        this.watch = new DatabaseWatch(server, pool, this::whileUp);
        services.add(context.registerService(HealthCheck.class, watch, null));
        services.add(context.registerService(HealthCheck.class, units, null));
        watch.start();
    }

    /** A bundle brings a unit. */
    @Reference(
            service = PersistenceUnit.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindUnit(ServiceReference<PersistenceUnit> unit) {
        units.add(unit);
        watch.lookSoon();
    }

    /** A bundle takes its unit away. */
    void unbindUnit(ServiceReference<PersistenceUnit> unit) {
        units.remove(unit);
        watch.lookSoon();
    }

    /** Closes units, pool and server, in this order. */
    @Deactivate
    void stop() {
        watch.end();
        units.close();
        synchronized (services) {
            services.forEach(ServiceRegistration::unregister);
        }
        database.close();
        server.stop();
    }

    private void lookSoon() {
        watch.lookSoon();
    }

    private void whileUp() {
        synchronized (services) {
            if (services.size() == 2) {
                services.add(context.registerService(Database.class, new OwnDatabase(database), null));
                services.add(context.registerService(DatabaseHost.class, new ServerHost(server), null));
                services.add(context.registerService(
                        UnitSchemas.class, new KnownSchemas(units::holds, database.dataSource()), null));
            }
        }
        units.openWaiting();
    }

    private static DatabaseServer embedded(BundleContext context) {
        String data = context.getProperty("karaf.data");
        return new EmbeddedPostgresql(Path.of(data == null ? "data" : data));
    }
}
