package org.preau.core.connect.testing;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Config Admin with what File Install would have put there. */
public final class FakeConfigurations {
    private final Map<String, Configuration> configurations = new TreeMap<>();

    /** A file appears or changes; the pid is the one that File Install 3.7 makes of its name. */
    public String put(String file, Map<String, ?> values) {
        String pid = file.substring(0, file.lastIndexOf('.')).replaceFirst("-", "~");
        Dictionary<String, Object> properties = new Hashtable<>(values);
        properties.put("service.pid", pid);
        properties.put("felix.fileinstall.filename", "file:/portal/etc/" + file);
        configurations.put(pid, proxy(Configuration.class, method -> switch (method) {
            case "getPid" -> pid;
            case "getProperties" -> properties;
            default -> throw new UnsupportedOperationException(method);
        }));
        return pid;
    }

    /** A file goes. */
    public void remove(String pid) {
        configurations.remove(pid);
    }

    /** The service. */
    public ConfigurationAdmin service() {
        return proxy(
                ConfigurationAdmin.class,
                method -> configurations.isEmpty()
                        ? null
                        : configurations.values().toArray(new Configuration[0]));
    }

    private interface Answers {
        @Nullable
        Object to(String method);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.to(method.getName())));
    }
}
