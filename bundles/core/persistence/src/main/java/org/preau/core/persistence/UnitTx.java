package org.preau.core.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Tx;

/** Transactions on one open unit. */
final class UnitTx implements Tx {
    private final String unit;
    private final Transactions transactions;
    private final @Nullable EntityManagerFactory factory;
    private volatile boolean closed;

    /**
     * Transactions on that unit.
     *
     * @param factory its entities, null for a unit that speaks SQL only
     */
    UnitTx(String unit, Transactions transactions, @Nullable EntityManagerFactory factory) {
        this.unit = unit;
        this.transactions = transactions;
        this.factory = factory;
    }

    @Override
    public <T extends @Nullable Object> T read(JpaWork<T> work) {
        return onEntities(false, work);
    }

    @Override
    public <T extends @Nullable Object> T write(JpaWork<T> work) {
        return onEntities(true, work);
    }

    @Override
    public <T extends @Nullable Object> T readSql(SqlWork<T> work) {
        return onSql(false, work);
    }

    @Override
    public <T extends @Nullable Object> T writeSql(SqlWork<T> work) {
        return onSql(true, work);
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }

    /** Ends this unit: every later call is refused. */
    void close() {
        closed = true;
        if (factory != null) {
            factory.close();
        }
    }

    private <T extends @Nullable Object> T onEntities(boolean writes, JpaWork<T> work) {
        EntityManagerFactory known = factory;
        if (known == null) {
            throw new IllegalStateException("unit " + unit + " has no entities: it speaks SQL only");
        }
        checkOpen();
        return transactions.call(writes, transaction -> {
            EntityManager entities = transaction.entities(known);
            return work.run(entities);
        });
    }

    private <T extends @Nullable Object> T onSql(boolean writes, SqlWork<T> work) {
        checkOpen();
        return transactions.call(writes, transaction -> {
            if (factory != null) {
                transaction.flush(factory);
            }
            return work.run(transaction.strictConnection());
        });
    }

    private void checkOpen() {
        if (closed) {
            throw new PortalException(ErrorCode.UNAVAILABLE, "unit " + unit + " is closed", null);
        }
    }
}
