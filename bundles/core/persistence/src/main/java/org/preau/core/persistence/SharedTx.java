package org.preau.core.persistence;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Tx;

/** Transactions of a plugin that did not come with the portal: a few at once, so that the connections are not all its own. */
final class SharedTx implements Tx {
    private static final int SECONDS_TO_WAIT = 3;

    private final Tx tx;
    private final String unit;
    private final Semaphore permits;
    private final int most;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /**
     * A share.
     *
     * @param most how many transactions at once
     */
    SharedTx(Tx tx, String unit, int most) {
        this.tx = tx;
        this.unit = unit;
        this.most = most;
        this.permits = new Semaphore(most);
    }

    @Override
    public <T extends @Nullable Object> T read(JpaWork<T> work) {
        return counted(() -> tx.read(work));
    }

    @Override
    public <T extends @Nullable Object> T write(JpaWork<T> work) {
        return counted(() -> tx.write(work));
    }

    @Override
    public <T extends @Nullable Object> T readSql(SqlWork<T> work) {
        return counted(() -> tx.readSql(work));
    }

    @Override
    public <T extends @Nullable Object> T writeSql(SqlWork<T> work) {
        return counted(() -> tx.writeSql(work));
    }

    @Override
    public void afterCommit(Runnable action) {
        tx.afterCommit(action);
    }

    private <T extends @Nullable Object> T counted(Supplier<T> work) {
        if (inside.get()) {
            return work.get();
        }
        if (!acquired()) {
            throw new PortalException(
                    ErrorCode.TOO_MANY,
                    "unit " + unit + " has " + most + " transactions running: more must wait",
                    null);
        }
        inside.set(true);
        try {
            return work.get();
        } finally {
            inside.remove();
            permits.release();
        }
    }

    private boolean acquired() {
        try {
            return permits.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
