package org.preau.core.feed.step;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Advisory locks of PostgreSQL, each held by a connection of its own: one for each run, so that one node at a time takes it on, and one for each system, so that its archives follow one another. They
 * end with the process or the server, whichever dies first: no timeout decides whether somebody still works.
 */
@Component(service = RunLocks.class)
public final class RunLocks {
    private static final Logger log = LoggerFactory.getLogger(RunLocks.class);

    private static final String TRY = "select pg_try_advisory_lock(?)";
    private static final String WAIT = "select pg_advisory_lock(?) is null";
    private static final String ALIVE = "select ? = 0";

    private final Database database;

    /** Locks in that database. */
    @Activate
    public RunLocks(@Reference Database database) {
        this.database = database;
    }

    /** A run that nobody else works on, as long as it is open. */
    static final class Held implements AutoCloseable {
        private final Connection connection;

        private Held(Connection connection) {
            this.connection = connection;
        }

        /**
         * Passes while the lock is still held. It is not once the server was restarted, and what was staged may be gone then: the step has to begin again.
         *
         * @throws PortalException {@code UNAVAILABLE} otherwise
         */
        void check() {
            try {
                ask(connection, ALIVE, 0);
            } catch (SQLException e) {
                throw away(e);
            }
        }

        @Override
        public void close() {
            end(connection);
        }
    }

    /** Takes the run and its system if both are free. */
    Optional<Held> tryTake(UUID run, String system) {
        Connection connection = database.dedicated();
        try {
            if (ask(connection, TRY, key("run:" + run)) && ask(connection, TRY, key("system:" + system))) {
                return Optional.of(new Held(connection));
            }
            end(connection);
            return Optional.empty();
        } catch (SQLException e) {
            end(connection);
            throw away(e);
        }
    }

    /**
     * Takes the run and its system, waiting for as long as others work on them.
     *
     * @param alone whether the run stands alone: other archives of its system may be worked on meanwhile
     */
    Held take(UUID run, String system, boolean alone) {
        Connection connection = database.dedicated();
        try {
            ask(connection, WAIT, key("run:" + run));
            if (!alone) {
                ask(connection, WAIT, key("system:" + system));
            }
            return new Held(connection);
        } catch (SQLException e) {
            end(connection);
            throw away(e);
        }
    }

    /** Whether nobody works on the run. */
    boolean isFree(UUID run) {
        Connection connection = database.dedicated();
        try {
            return ask(connection, TRY, key("run:" + run));
        } catch (SQLException e) {
            throw away(e);
        } finally {
            end(connection);
        }
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void end(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("the connection of a lock was gone already", e);
        }
    }

    private static PortalException away(SQLException e) {
        return new PortalException(ErrorCode.UNAVAILABLE, "the lock of a run is lost: it begins again", e);
    }

    private static long key(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("org.preau.core.feed/" + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
