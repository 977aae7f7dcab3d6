package org.preau.core.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.preau.api.persistence.PersistenceUnit;

/** As much of an OSGi framework as persistence uses. Services registered are kept by what names them. */
final class FakeFramework {
    final Map<String, Object> services = new ConcurrentHashMap<>();
    private final Map<ServiceReference<?>, Object> referenced = new ConcurrentHashMap<>();
    private final Map<String, String> properties;

    FakeFramework(Map<String, String> properties) {
        this.properties = properties;
    }

    BundleContext context() {
        return proxy(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getProperty" -> properties.get((String) arguments[0]);
            case "getService" -> referenced.get((ServiceReference<?>) arguments[0]);
            case "ungetService" -> true;
            case "registerService" ->
                registered((Class<?>) arguments[0], arguments[1], (Dictionary<?, ?>) arguments[2]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** A unit of a bundle of that name, whose scripts are given. */
    @SuppressWarnings("unchecked")
    ServiceReference<PersistenceUnit> unit(PersistenceUnit unit, String bundleName, List<URL> scripts) {
        Bundle bundle = proxy(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getSymbolicName" -> bundleName;
            case "getEntry" ->
                unit.getClass().getProtectionDomain().getCodeSource().getLocation();
            case "findEntries" -> scripts.isEmpty() ? null : Collections.enumeration(scripts);
            default -> throw new UnsupportedOperationException(method.getName());
        });
        Object key = new Object();
        ServiceReference<PersistenceUnit> reference =
                proxy(ServiceReference.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "hashCode" -> key.hashCode();
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        referenced.put(reference, unit);
        return reference;
    }

    private ServiceRegistration<?> registered(Class<?> type, Object service, Dictionary<?, ?> given) {
        Object unit = given == null ? null : ((Hashtable<?, ?>) given).get(PersistenceUnit.UNIT);
        String name =
                type.getSimpleName() + (unit == null ? "" : " " + unit) + (service instanceof Units ? " units" : "");
        services.put(name, service);
        return proxy(ServiceRegistration.class, (proxy, method, arguments) -> {
            services.remove(name);
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FakeFramework.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
