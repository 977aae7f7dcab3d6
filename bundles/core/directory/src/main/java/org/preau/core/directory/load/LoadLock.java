package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that a load lives: an advisory lock on a connection of its own, gone with the process or the server. Whoever gets the lock of a load that has not ended may clear it away. Used by one
 * thread.
 */
final class LoadLock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LoadLock.class);

    private final Connection connection;

    private LoadLock(Connection connection) {
        this.connection = connection;
    }

    /** Takes the lock of a new load. */
    @SuppressWarnings("MustBeClosedChecker")
    static LoadLock take(Database database, UUID load) {
        LoadLock lock = new LoadLock(database.dedicated());
        try {
            Rows.list(lock.connection, "select pg_advisory_lock(?)", row -> 0, number(load));
            return lock;
        } catch (SQLException e) {
            lock.close();
            throw lost(e);
        }
    }

    /** Whether nobody holds the lock of that load; it stays taken until the transaction ends. */
    static boolean isFree(Connection connection, UUID load) throws SQLException {
        return Rows.first(connection, "select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), number(load))
                .orElse(false);
    }

    /**
     * Makes sure that the server never went away since: after a crash of its own it empties staging tables, and what is left would look like an archive that lacks most people.
     *
     * @throws PortalException {@code UNAVAILABLE} if it did
     */
    void check() {
        try {
            Rows.list(connection, "select 1", row -> 0);
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("the connection of a load's lock could not be closed", e);
        }
    }

    private static PortalException lost(SQLException e) {
        return new PortalException(
                ErrorCode.UNAVAILABLE, "the database went away while a load was staged: it has to begin anew", e);
    }

    private static long number(UUID load) {
        return load.getMostSignificantBits() ^ load.getLeastSignificantBits();
    }
}
