package org.preau.core.session;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Stands in for large contracts of which a test needs little. */
final class Fakes {
    private Fakes() {}

    /** An object of that contract; a method that {@code answers} does not know throws {@link UnsupportedOperationException}. */
    static <T> T of(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.answer(called.getName(), arguments)));
    }

    /** Settings: the given ones, else their defaults. */
    static SessionConfig config(Map<String, Object> settings) {
        return (SessionConfig) Proxy.newProxyInstance(
                SessionConfig.class.getClassLoader(),
                new Class<?>[] {SessionConfig.class},
                (proxy, called, arguments) -> settings.getOrDefault(called.getName(), called.getDefaultValue()));
    }

    interface Answers {
        Object answer(String method, Object[] arguments) throws Throwable;
    }
}
