package org.preau.api.persistence;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The schemas of units, those whose bundle is gone too: for who answers for what extensions leave behind.
 *
 * @since 1.3
 */
@ProviderType
public interface UnitSchemas {
    /** Names of the units that have a schema in the database, whether or not their bundle is there. */
    Set<String> names();

    /** What a unit takes in the database with its indexes, bytes; 0 for one without a schema. */
    long bytes(String unit);

    /**
     * Drops the schema of a unit with everything in it; joins the running transaction. Nothing happens for a unit without a schema. Cannot be undone: the caller has asked, and records it.
     *
     * @throws org.preau.api.base.PortalException {@code CONFLICT} while a bundle has a unit of that name
     */
    void drop(String unit);
}
