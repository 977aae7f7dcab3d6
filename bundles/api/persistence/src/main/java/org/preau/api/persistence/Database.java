package org.preau.api.persistence;

import java.sql.Connection;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The database below {@link Tx}, for the few bundles whose library brings its own transactions (jobs) or that listen to it (events).
 *
 * @since 1.0
 */
@ProviderType
public interface Database {
    /**
     * Connections for a library: inside a transaction of this thread its own one, whose end the library cannot reach ({@code commit}, {@code rollback} and {@code close} do
     * nothing); outside, one of the pool, in auto-commit. {@code getConnection} throws {@code PortalException} with {@code UNAVAILABLE}, or {@code SQLException}, while the
     * database is away.
     */
    DataSource dataSource();

    /**
     * Opens a connection outside the pool, in auto-commit, for {@code LISTEN}; the caller closes it.
     *
     * @throws org.preau.api.base.PortalException {@code UNAVAILABLE} while the database is away
     */
    Connection dedicated();
}
