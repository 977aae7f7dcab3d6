package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

class PluginWallTest {
    private final PluginWall wall = new PluginWall();
    private final BundleContext container = context("org.ops4j.pax.web.pax-web-extender-whiteboard");
    private final BundleContext plugin = context("org.example.plugin");

    @Test
    void keepsAPluginsServletFromTheContainerOnly() {
        Map<BundleContext, Collection<ListenerInfo>> listeners = new HashMap<>();
        listeners.put(container, new ArrayList<>());
        listeners.put(plugin, new ArrayList<>());

        wall.event(new ServiceEvent(ServiceEvent.REGISTERED, servletOf("org.example.plugin")), listeners);

        assertThat(listeners).containsOnlyKeys(plugin);
    }

    @Test
    void letsTheShellsServletThrough() {
        Map<BundleContext, Collection<ListenerInfo>> listeners = new HashMap<>(Map.of(container, List.of()));

        wall.event(new ServiceEvent(ServiceEvent.REGISTERED, servletOf("org.preau.core.shell")), listeners);

        assertThat(listeners).containsOnlyKeys(container);
    }

    @Test
    void findsForTheContainerOnlyWhatItMayHave() {
        ServiceReference<?> refused = servletOf("org.example.plugin");
        ServiceReference<?> ours = servletOf("org.preau.core.shell");
        Collection<ServiceReference<?>> found = new ArrayList<>(List.of(refused, ours));

        wall.find(container, null, null, true, found);

        assertThat(found).containsExactly(ours);
    }

    @Test
    void alwaysLetsServicesGo() {
        Map<BundleContext, Collection<ListenerInfo>> listeners = new HashMap<>(Map.of(container, List.of()));

        wall.event(new ServiceEvent(ServiceEvent.UNREGISTERING, servletOf("org.example.plugin")), listeners);

        assertThat(listeners).containsOnlyKeys(container);
    }

    private static ServiceReference<?> servletOf(String owner) {
        Bundle bundle = bundle(owner);
        return (ServiceReference<?>) Proxy.newProxyInstance(
                PluginWallTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "getProperty" -> new String[] {"jakarta.servlet.Servlet"};
                    case "getPropertyKeys" -> new String[] {"objectClass"};
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> owner;
                });
    }

    private static BundleContext context(String name) {
        Bundle bundle = bundle(name);
        return (BundleContext) Proxy.newProxyInstance(
                PluginWallTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> name;
                });
    }

    private static Bundle bundle(String name) {
        return (Bundle) Proxy.newProxyInstance(
                PluginWallTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "getVersion" -> Version.emptyVersion;
                    case "getBundleId", "getLastModified" -> 7L;
                    default -> name;
                });
    }
}
