package org.preau.core.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between plugins and the servlet container: what a plugin registers for the container is hidden from it, the plugin runs on. The framework calls it on any thread.
 */
@Component(
        service = {PluginWall.class, EventListenerHook.class, FindHook.class},
        immediate = true)
public final class PluginWall implements EventListenerHook, FindHook {
    private static final Logger log = LoggerFactory.getLogger(PluginWall.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            return;
        }
        ServiceReference<?> reference = event.getServiceReference();
        listeners.keySet().removeIf(context -> stopped(nameOf(context.getBundle()), reference));
    }

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        String seeker = nameOf(context.getBundle());
        references.removeIf(reference -> stopped(seeker, reference));
    }

    private boolean stopped(@Nullable String seeker, ServiceReference<?> reference) {
        return WallRule.isContainer(seeker) ? refused(reference) : WallRule.hidden(seeker, types(reference));
    }

    private boolean refused(ServiceReference<?> reference) {
        Bundle owner = reference.getBundle();
        List<String> types = types(reference);
        boolean refused = owner != null && WallRule.refused(nameOf(owner), types, List.of(reference.getPropertyKeys()));
        if (refused && told.add(owner.getBundleId() + "/" + owner.getLastModified() + "/" + types)) {
            log.error(
                    "Bundle {} {} registers {} for the servlet container: refused, the rest of the bundle runs. Cure: answer HTTP by an org.preau.api.http.HttpEndpoint service,"
                            + " serve files by the manifest header Preau-Resources.",
                    owner.getSymbolicName(),
                    owner.getVersion(),
                    types);
        }
        return refused;
    }

    private static List<String> types(ServiceReference<?> reference) {
        Object types = reference.getProperty("objectClass");
        return types instanceof String[] names ? Arrays.asList(names) : List.of();
    }

    private static @Nullable String nameOf(@Nullable Bundle bundle) {
        return bundle == null ? null : bundle.getSymbolicName();
    }
}
