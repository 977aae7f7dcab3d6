package org.preau.core.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The pool of connections. It outlives the server: while the database is away its users are told at once. Safe on any thread. */
final class ConnectionPool implements ConnectionSource, AutoCloseable {
    private static final int MILLIS_TO_WAIT = 3_000;
    private static final int MILLIS_TO_CHECK = 1_000;
    private static final int MILLIS_TO_LIVE = 30 * 60 * 1_000;

    private final int size;
    private final Runnable onSuspicion;
    private volatile @Nullable HikariDataSource pool;
    private volatile @Nullable ConnectionSettings settings;
    private volatile boolean up;

    /**
     * A pool that is connected to nothing yet.
     *
     * @param size how many connections at most
     * @param onSuspicion told when the database seems to be gone
     */
    ConnectionPool(int size, Runnable onSuspicion) {
        this.size = size;
        this.onSuspicion = onSuspicion;
    }

    /** Serves connections of that database from now on; those of another one are closed. */
    synchronized void connect(ConnectionSettings to) {
        if (pool == null || !to.equals(settings)) {
            close();
            HikariConfig config = new HikariConfig();
            config.setPoolName("preau");
            config.setDataSource(to.dataSource());
            config.setMaximumPoolSize(size);
            config.setMinimumIdle(2);
            config.setConnectionTimeout(MILLIS_TO_WAIT);
            config.setValidationTimeout(MILLIS_TO_CHECK);
            config.setMaxLifetime(MILLIS_TO_LIVE);
            config.setInitializationFailTimeout(-1);
            pool = new HikariDataSource(config);
            settings = to;
        }
        up = true;
    }

    /** Says that the database is away: users are refused at once until the next {@link #connect}. */
    void away() {
        up = false;
        forgetPlans();
    }

    /** Has every connection replaced once it is given back: after a migration, what they prepared may be wrong. */
    void forgetPlans() {
        HikariDataSource known = pool;
        if (known != null && known.getHikariPoolMXBean() != null) {
            known.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** Whether the database was there at the last look. */
    boolean isUp() {
        return up;
    }

    @Override
    public Connection get() throws SQLException {
        HikariDataSource known = pool;
        if (!up || known == null) {
            throw SqlFailures.unavailable(null);
        }
        return known.getConnection();
    }

    /** A connection outside the pool. */
    Connection dedicated() {
        ConnectionSettings known = settings;
        if (!up || known == null) {
            throw SqlFailures.unavailable(null);
        }
        try {
            return known.dataSource().getConnection();
        } catch (SQLException e) {
            suspect();
            throw SqlFailures.unavailable(e);
        }
    }

    @Override
    public void suspect() {
        onSuspicion.run();
    }

    @Override
    public synchronized void close() {
        up = false;
        HikariDataSource known = pool;
        pool = null;
        if (known != null) {
            known.close();
        }
    }
}
