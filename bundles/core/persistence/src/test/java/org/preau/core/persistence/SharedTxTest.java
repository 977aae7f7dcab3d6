package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Tx;

class SharedTxTest {
    private final SharedTx shared = new SharedTx(straight(), "notes", 1);

    @Test
    void oneInsideAnotherNeedsNoFurtherShare() {
        assertThat(shared.<String>writeSql(outer -> shared.readSql(inner -> "done")))
                .isEqualTo("done");
        assertThat(shared.<String>readSql(again -> "again")).isEqualTo("again");
    }

    @Test
    void moreThanItsShareAtOnceIsRefused() throws Exception {
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread holder = new Thread(() -> shared.readSql(connection -> {
            holds.countDown();
            return awaited(end);
        }));
        holder.start();
        holds.await();
        assertThatThrownBy(() -> shared.readSql(connection -> "more"))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY));
        end.countDown();
        holder.join();
        assertThat(shared.<String>readSql(connection -> "free again")).isEqualTo("free again");
    }

    private static boolean awaited(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A transaction that only does its work. */
    private static Tx straight() {
        Connection none = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> null);
        return (Tx) Proxy.newProxyInstance(
                Tx.class.getClassLoader(),
                new Class<?>[] {Tx.class},
                (proxy, method, arguments) -> arguments[0] instanceof Tx.SqlWork<?> work ? work.run(none) : null);
    }
}
