package org.preau.core.extensions;

import java.lang.reflect.Proxy;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppView;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.LocalizedText;
import org.preau.api.persistence.PersistenceUnit;

/** A framework in which bundles have names and services have bundles, and nothing else. */
final class FakeBundles {
    BundleContext context() {
        return proxy(BundleContext.class, "");
    }

    /** A bundle brings an application and a schema. */
    void bring(Brought brought, String bundle, String app, String unit) {
        brought.addApplication(reference(bundle), new PortalApplication() {
            @Override
            public AppDescriptor descriptor() {
                LocalizedText name = new LocalizedText(app, app);
                return new AppDescriptor(app, name, name, "plug", AppDescriptor.Hue.BLUE, java.util.Set.of(), 1);
            }

            @Override
            public List<AppView<?>> views() {
                return List.of();
            }
        });
        brought.addUnit(reference(bundle), (PersistenceUnit) () -> unit);
    }

    @SuppressWarnings("unchecked")
    private static <T> ServiceReference<T> reference(String bundle) {
        return proxy(ServiceReference.class, bundle);
    }

    private static <T> T proxy(Class<T> type, String name) {
        return type.cast(Proxy.newProxyInstance(
                FakeBundles.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getBundle" -> type == BundleContext.class ? null : proxy(Bundle.class, name);
                        case "getSymbolicName" -> name;
                        case "hashCode" -> 1;
                        case "equals" -> self == arguments[0];
                        default -> null;
                    };
                }));
    }
}
