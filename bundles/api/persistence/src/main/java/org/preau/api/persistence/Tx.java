package org.preau.api.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Transactions on one unit. A transaction is one database connection bound to the calling thread: units, audit and events called inside a running one
 * join it, and it commits, or rolls back on any exception, when the outermost call returns.
 *
 * <p>Statements name their schema ({@code select … from news.article}). A {@code read} inside a {@code write} joins it and sees what was written; a {@code write} inside a
 * {@code read} is refused with {@link IllegalStateException}.
 *
 * <p>An exception that leaves a joined {@code write} dooms the whole transaction, even if the caller catches it; one that leaves a joined {@code read} does not.
 *
 * <p>Failures of the database become {@code PortalException}: {@code CONFLICT} for a duplicate key, an entity changed by somebody else or a failed serialisation,
 * {@code INTERNAL} for other statements that fail. While the database is away every call throws {@code PortalException} with {@code UNAVAILABLE} after at most a few seconds.
 *
 * @since 1.0
 */
@ProviderType
public interface Tx {
    /** Runs a query on the unit's entities in a read-only transaction. */
    <T extends @org.jspecify.annotations.Nullable Object> T read(JpaWork<T> work);

    /** Runs work on the unit's entities in a read-write transaction. */
    <T extends @org.jspecify.annotations.Nullable Object> T write(JpaWork<T> work);

    /** Runs SQL in a read-only transaction. */
    <T extends @org.jspecify.annotations.Nullable Object> T readSql(SqlWork<T> work);

    /** Runs SQL in a read-write transaction; flushes the entities of this unit first. */
    <T extends @org.jspecify.annotations.Nullable Object> T writeSql(SqlWork<T> work);

    /** Runs {@code action} once the running transaction of this thread has committed, on this thread; at once if there is none. Forgotten on rollback. */
    void afterCommit(Runnable action);

    /**
     * Work on entities.
     *
     * @param <T> what it gives back
     */
    @FunctionalInterface
    interface JpaWork<T extends @org.jspecify.annotations.Nullable Object> {
        /** Does the work; entities must not be kept beyond it. */
        T run(EntityManager entities);
    }

    /**
     * Work on the transaction's connection.
     *
     * @param <T> what it gives back
     */
    @FunctionalInterface
    interface SqlWork<T extends @org.jspecify.annotations.Nullable Object> {
        /** Does the work; never commits, rolls back or closes the connection. It unwraps to the driver's own type, for COPY. */
        T run(Connection connection) throws SQLException;
    }
}
