package org.preau.api.containment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts the containment around every method of a service at once, where a whiteboard hands out what plugins gave.
 *
 * @since 1.0
 */
public final class Contained {
    private Contained() {}

    /**
     * The service, each method of the contract called through the containment; the service itself where it is not a deployed plugin's.
     *
     * @param contract the interface it is registered by
     * @param door what kind of calls they are
     */
    public static <T> T of(Containment containment, Class<T> contract, T service, Door door) {
        if (!containment.contains(service)) {
            return service;
        }
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, method, arguments) -> containment
                        .<Optional<Object>, Exception>call(service, door, () -> {
                            try {
                                return Optional.ofNullable(method.invoke(service, arguments));
                            } catch (InvocationTargetException e) {
                                throw unwrapped(e);
                            }
                        })
                        .orElse(null)));
    }

    private static Exception unwrapped(InvocationTargetException wrapper) {
        Throwable cause = Objects.requireNonNullElse(wrapper.getCause(), wrapper);
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception exception ? exception : wrapper;
    }
}
