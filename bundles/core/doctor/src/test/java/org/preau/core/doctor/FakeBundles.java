package org.preau.core.doctor;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** A framework of fake bundles. */
final class FakeBundles {
    private FakeBundles() {}

    /** A bundle of that name in that state. */
    static Bundle bundle(String name, int state, Map<String, String> headers) {
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "getState" -> state;
                    case "getVersion" -> Version.parseVersion("1.2.0");
                    case "getHeaders" -> new Hashtable<>(headers);
                    case "getRegisteredServices" -> headers.containsKey("services") ? new ServiceReference<?>[0] : null;
                    case "hashCode" -> name.hashCode();
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                });
    }

    /** A framework with these. */
    static BundleContext context(Bundle... bundles) {
        List<Bundle> all = Arrays.asList(bundles);
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getBundles") ? all.toArray(new Bundle[0]) : null);
    }
}
