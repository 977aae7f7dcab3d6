package org.preau.core.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A running transaction's connection as its users see it: what would end the transaction is refused, or for libraries that always do it, passed over. */
final class LentConnection implements InvocationHandler {
    private static final Set<String> ENDS =
            Set.of("commit", "rollback", "close", "abort", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    private final Connection target;
    private final boolean lenient;

    private LentConnection(Connection target, boolean lenient) {
        this.target = target;
        this.lenient = lenient;
    }

    /** For work of the portal's own: ending the transaction is a fault. */
    static Connection strict(Connection target) {
        return proxy(new LentConnection(target, false));
    }

    /** For libraries: ending the transaction does nothing. */
    static Connection lenient(Connection target) {
        return proxy(new LentConnection(target, true));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean toSavepoint = method.getName().equals("rollback") && arguments != null;
        if (ENDS.contains(method.getName()) && !toSavepoint) {
            if (lenient) {
                return null;
            }
            throw new SQLException(method.getName() + " is not for the work inside a transaction");
        }
        try {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> method.invoke(target, arguments);
            };
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Connection proxy(LentConnection handler) {
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }
}
