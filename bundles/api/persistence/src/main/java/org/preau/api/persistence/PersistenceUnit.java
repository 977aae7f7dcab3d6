package org.preau.api.persistence;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by a bundle that keeps data: tells the portal which schema is its own and which classes are mapped.
 *
 * <p>The portal migrates the schema (Flyway scripts {@code db/migration/V1__….sql} of the bundle that registers the service) in the background, with
 * retries while the database is away, then registers a {@link Tx} with the service property {@value #UNIT} set to {@link #name}. The unit is closed when
 * this service goes.
 *
 * <pre>{@code
 * @Component
 * public final class NotesUnit implements PersistenceUnit {
 *     public String name() { return "notes"; }
 * }
 *
 * @Activate
 * public SqlNotes(@Reference(target = "(preau.unit=notes)") Tx tx) { … }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface PersistenceUnit {
    /** The service property of {@link Tx} that names its unit: {@code @Reference(target = "(preau.unit=news)")}. */
    String UNIT = "preau.unit";

    /** Name of the unit and of its database schema: {@code [a-z][a-z0-9_]*}, unique in the portal. */
    String name();

    /** The mapped classes; each names its schema ({@code @Table(schema = "news")}). Empty for a unit that speaks SQL only. */
    default List<Class<?>> entities() {
        return List.of();
    }
}
