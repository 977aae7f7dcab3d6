package org.preau.core.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** Makes the entity managers of a unit, with EclipseLink. The only place that knows it. */
final class UnitEntities {
    private static final AtomicLong NUMBER = new AtomicLong();

    private UnitEntities() {}

    /**
     * Opens the mapped classes of a unit; wrong mappings are found now. The caller closes the factory before the bundle of the unit goes.
     *
     * <p>No weaving: a lazy to-one is eager. No shared cache: another node or SQL may have changed the row.
     */
    static EntityManagerFactory open(UnitInfo unit) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("eclipselink.session-name", "preau-" + unit.name() + "-" + NUMBER.incrementAndGet());
        properties.put("eclipselink.classloader", unit.loader());
        properties.put("eclipselink.target-database", "org.eclipse.persistence.platform.database.PostgreSQLPlatform");
        properties.put("eclipselink.weaving", "false");
        properties.put("eclipselink.cache.shared.default", "false");
        properties.put("eclipselink.ddl-generation", "none");
        properties.put("eclipselink.deploy-on-startup", "true");
        properties.put("eclipselink.jdbc.native-sql", "true");
        properties.put("eclipselink.logging.level", "OFF");
        return new PersistenceProvider().createContainerEntityManagerFactory(unit, properties);
    }
}
