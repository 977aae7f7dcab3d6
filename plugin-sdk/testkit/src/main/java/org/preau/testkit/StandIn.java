package org.preau.testkit;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a large contract of which a test needs little.
 *
 * <pre>{@code
 * SignIns signIns = StandIn.of(SignIns.class, (method, arguments) -> switch (method) {
 *     case "proven" -> signedIn.add((UUID) arguments[3]);
 *     default -> throw new UnsupportedOperationException(method);
 * });
 * }</pre>
 */
public final class StandIn {
    private static final Object[] NONE = {};

    private StandIn() {}

    /** Answers for all methods of the contract; called on the caller's thread. */
    @FunctionalInterface
    public interface Answers {
        /**
         * What the method gives back.
         *
         * @param method its name
         * @param arguments what it was called with; empty when it takes none
         */
        @Nullable
        Object answer(String method, Object[] arguments) throws Throwable;
    }

    /** An object of that contract, an interface. It is equal to itself only. */
    public static <T> T of(Class<T> contract, Answers answers) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return ofObject(contract, self, method, arguments);
                    }
                    return answers.answer(method.getName(), arguments == null ? NONE : arguments);
                }));
    }

    private static Object ofObject(Class<?> contract, Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "stand-in of " + contract.getSimpleName();
        };
    }
}
