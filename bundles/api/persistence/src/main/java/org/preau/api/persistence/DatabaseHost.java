package org.preau.api.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The PostgreSQL server below {@link Database}, for who saves it as a whole (74A-H).
 *
 * @since 1.1
 */
@ProviderType
public interface DatabaseHost {
    /** The folder of the cluster, where the portal runs the server itself; empty for a server that somebody else runs. */
    Optional<Path> folder();

    /**
     * Opens a connection outside the pool, in auto-commit, as the administrator of the embedded server (who may begin a backup), or as the portal's role on another one;
     * the caller closes it.
     *
     * @throws org.preau.api.base.PortalException {@code UNAVAILABLE} while the database is away
     */
    Connection administrator();

    /** The variables by which the programs of PostgreSQL ({@code pg_dump}) reach the portal's database: {@code PGHOST}… with the password; never to be logged. */
    Map<String, String> clientEnvironment();
}
