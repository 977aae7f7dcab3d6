package org.preau.core.containment;

import java.lang.reflect.Proxy;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** Bundles of plugins and of the portal. */
final class FakePlugin {
    private static long ids = 1;

    private FakePlugin() {}

    /** A bundle of that name, dropped into the deploy folder. */
    static Bundle deployed(String name) {
        return bundle(name, "preau-deploy:" + name);
    }

    /** A bundle of that name, shipped with the portal. */
    static Bundle shipped(String name) {
        return bundle(name, "mvn:org.preau/" + name);
    }

    private static Bundle bundle(String name, String location) {
        long id = ids++;
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "getLocation" -> location;
                    case "getBundleId" -> id;
                    case "getVersion" -> Version.parseVersion("1.2.0");
                    case "getEntry" -> FakePlugin.class.getResource("/" + arguments[0]);
                    case "hashCode" -> (int) id;
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                });
    }
}
