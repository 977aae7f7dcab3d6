package org.preau.signin.agent;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.preau.api.keys.Keys;

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
    static AgentConfig config(Map<String, Object> settings) {
        return (AgentConfig) Proxy.newProxyInstance(
                AgentConfig.class.getClassLoader(),
                new Class<?>[] {AgentConfig.class},
                (proxy, called, arguments) -> settings.getOrDefault(called.getName(), called.getDefaultValue()));
    }

    /** Keys that hide nothing. */
    static Keys keys() {
        return of(Keys.class, (method, arguments) -> arguments[1]);
    }

    interface Answers {
        Object answer(String method, Object[] arguments) throws Throwable;
    }
}
