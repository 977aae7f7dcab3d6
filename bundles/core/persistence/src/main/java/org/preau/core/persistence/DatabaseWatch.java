package org.preau.core.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preau.api.supervision.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the database reachable, on one thread in the background: starts the server, looks at it every second, tells the pool, and has waiting units opened. */
final class DatabaseWatch implements HealthCheck {
    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final int PAUSE_MILLIS = 1_000;
    private static final int SECONDS_TO_ANSWER = 2;
    private static final int SECONDS_TO_END = 60;

    private final DatabaseServer server;
    private final ConnectionPool pool;
    private final Runnable whileUp;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "preau-database");
    private volatile Health health = Health.down("starting");
    private @Nullable Connection probe;

    /**
     * A watch that does not run yet.
     *
     * @param pool told of the database's coming and going; asks for a look at {@link #lookSoon} when it suspects something
     * @param whileUp done after each look that found the database up
     */
    DatabaseWatch(DatabaseServer server, ConnectionPool pool, Runnable whileUp) {
        this.server = server;
        this.pool = pool;
        this.whileUp = whileUp;
    }

    /** Begins to watch. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Has it look at once. */
    void lookSoon() {
        wake.release();
    }

    /** Ends the watch; the server runs on. */
    void end() {
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forgetProbe();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health health() {
        return health;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                if (pool.isUp()) {
                    whileUp.run();
                }
                if (wake.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            log.debug("the watch ends");
        }
    }

    private void look() throws InterruptedException {
        try {
            ConnectionSettings settings = server.ensure();
            if (!answers(settings)) {
                throw new IOException("no answer from " + settings);
            }
            pool.connect(settings);
            tell(Health.UP);
        } catch (IOException | SQLException | RuntimeException e) {
            forgetProbe();
            pool.away();
            tell(Health.down(String.valueOf(e.getMessage())));
            log.debug("database away", e);
        }
    }

    private boolean answers(ConnectionSettings settings) throws SQLException {
        Connection known = probe;
        if (known != null && known.isValid(SECONDS_TO_ANSWER)) {
            return true;
        }
        forgetProbe();
        Connection fresh = settings.dataSource().getConnection();
        probe = fresh;
        Extensions.prepare(fresh);
        return true;
    }

    private void tell(Health found) {
        if (found.up() && !health.up()) {
            log.info("The database is up ({})", server.description());
        } else if (!found.up() && !found.equals(health)) {
            log.warn("The database is away ({}): {}", server.description(), found.detail());
        }
        health = found;
    }

    private void forgetProbe() {
        Connection known = probe;
        probe = null;
        try {
            if (known != null) {
                known.close();
            }
        } catch (SQLException e) {
            log.debug("probe could not be closed", e);
        }
    }
}
