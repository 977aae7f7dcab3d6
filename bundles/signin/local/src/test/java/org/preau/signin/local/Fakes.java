package org.preau.signin.local;

import java.lang.reflect.Proxy;
import java.security.MessageDigest;
import java.util.Map;
import org.preau.api.keys.Keys;
import org.preau.signin.local.credential.LocalConfig;

/** Stands in for large contracts of which a test needs little. */
public final class Fakes {
    private Fakes() {}

    /** An object of that contract; a method that {@code answers} does not know throws {@link UnsupportedOperationException}. */
    public static <T> T of(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.answer(called.getName(), arguments)));
    }

    /** Settings: the given ones, else their defaults. */
    public static LocalConfig config(Map<String, Object> settings) {
        return (LocalConfig) Proxy.newProxyInstance(
                LocalConfig.class.getClassLoader(),
                new Class<?>[] {LocalConfig.class},
                (proxy, called, arguments) -> settings.getOrDefault(called.getName(), called.getDefaultValue()));
    }

    /** Keys that turn every byte round. */
    public static Keys keys() {
        return of(Keys.class, (method, arguments) -> switch (method) {
            case "seal", "open" -> turned((byte[]) arguments[1]);
            case "hmac" -> MessageDigest.getInstance("SHA-256").digest((byte[]) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = (byte) ~bytes[i];
        }
        return turned;
    }

    public interface Answers {
        Object answer(String method, Object[] arguments) throws Throwable;
    }
}
