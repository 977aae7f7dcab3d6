package org.preau.testkit;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings of a component, as the portal would give them: what the test says, else the defaults. */
public final class FakeSettings {
    private FakeSettings() {}

    /**
     * Settings of that type.
     *
     * @param type the component's own annotation type, with defaults
     * @param said values by the name of the method: {@code launch_url}
     */
    public static <T> T of(Class<T> type, Map<String, ?> said) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object value = said.get(method.getName());
                    return value == null ? method.getDefaultValue() : value;
                }));
    }
}
