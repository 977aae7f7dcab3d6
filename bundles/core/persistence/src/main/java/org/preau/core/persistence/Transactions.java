package org.preau.core.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins, joins and ends transactions: at most one for each thread, common to all units. */
final class Transactions {
    private static final Logger log = LoggerFactory.getLogger(Transactions.class);

    private final ConnectionSource source;
    private final ThreadLocal<@Nullable RunningTransaction> current = new ThreadLocal<>();

    Transactions(ConnectionSource source) {
        this.source = source;
    }

    /** Runs work in this thread's transaction, or in one of its own. */
    <T extends @Nullable Object> T call(boolean writes, Work<T> work) {
        RunningTransaction running = current.get();
        return running == null ? outermost(writes, work) : joined(running, writes, work);
    }

    /** The transaction of this thread. */
    Optional<RunningTransaction> running() {
        return Optional.ofNullable(current.get());
    }

    /** Has something done after this thread's transaction, at once if there is none. */
    void afterCommit(Runnable action) {
        RunningTransaction running = current.get();
        if (running == null) {
            action.run();
        } else {
            running.afterCommit(action);
        }
    }

    private static <T extends @Nullable Object> T joined(RunningTransaction running, boolean writes, Work<T> work) {
        if (writes && !running.writes()) {
            throw new IllegalStateException("a write inside a read-only transaction");
        }
        try {
            return work.run(running);
        } catch (SQLException | RuntimeException | Error e) {
            if (writes) {
                running.markBroken();
            }
            throw rethrown(e);
        }
    }

    private <T extends @Nullable Object> T outermost(boolean writes, Work<T> work) {
        RunningTransaction transaction = begin(writes);
        current.set(transaction);
        T result;
        try {
            result = work.run(transaction);
            transaction.commit();
        } catch (SQLException | RuntimeException | Error e) {
            transaction.rollback();
            if (SqlFailures.isConnectionLost(e)) {
                source.suspect();
            }
            throw rethrown(e);
        } finally {
            current.remove();
            transaction.close();
        }
        transaction.committed();
        return result;
    }

    private RunningTransaction begin(boolean writes) {
        Connection connection = null;
        try {
            connection = source.get();
            connection.setReadOnly(!writes);
            connection.setAutoCommit(false);
            return new RunningTransaction(connection, writes);
        } catch (SQLException e) {
            closeQuietly(connection);
            source.suspect();
            throw SqlFailures.unavailable(e);
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            log.debug("connection could not be given back", e);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return SqlFailures.translated(failure);
    }

    /**
     * Work in a transaction.
     *
     * @param <T> what it gives back
     */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        /** Does it. */
        T run(RunningTransaction transaction) throws SQLException;
    }
}
