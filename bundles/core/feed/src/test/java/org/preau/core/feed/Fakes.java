package org.preau.core.feed;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Stands in for contracts of which a test needs little. */
public final class Fakes {
    private Fakes() {}

    /** An object of that contract. */
    public static <T> T of(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.answer(called.getName(), arguments)));
    }

    /** Settings: the given ones, else their defaults. */
    public static FeedConfig config(Map<String, Object> settings) {
        return (FeedConfig) Proxy.newProxyInstance(
                FeedConfig.class.getClassLoader(),
                new Class<?>[] {FeedConfig.class},
                (proxy, called, arguments) -> settings.getOrDefault(called.getName(), called.getDefaultValue()));
    }

    public interface Answers {
        Object answer(String method, Object[] arguments) throws Throwable;
    }
}
