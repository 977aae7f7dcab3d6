package org.preau.core.http;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.preau.api.containment.Containment;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays out the HTTP context in one go and in this order: WebSocket endpoint, filter, reserved paths, and then the service {@link PublicAddress}. Whoever waits for that service (the user
 * interface) finds all of it, and nothing that would restart the context is ever registered later.
 *
 * <p>Registers and tracks by hand and not by Declarative Services: what it follows needs the address that it provides, which would be a circle there.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = {"org.ops4j.pax.web", "org.preau.core.http"})
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.preau.api.http.PublicAddress\"")
public final class HttpContextLayout {
    private static final Logger log = LoggerFactory.getLogger(HttpContextLayout.class);

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();
    private final ConfiguredPublicAddress address;
    private final FreshMappings mappings;

    /** Registers everything; the wall stands before. */
    @Activate
    public HttpContextLayout(BundleContext context, HttpConfig config, @Reference PluginWall wall) {
        address = new ConfiguredPublicAddress(config);
        mappings = new FreshMappings(context);
        ServiceTracker<Pages, Pages> pages = new ServiceTracker<>(context, Pages.class, null);
        ServiceTracker<Containment, Containment> containment = new ServiceTracker<>(context, Containment.class, null);
        ContextStarts meters = new ContextStarts(context);
        File known = context.getDataFile("known-paths.properties");
        EndpointRegistry endpoints = new EndpointRegistry(
                new KnownPaths(known == null ? null : known.toPath()), name -> isInstalled(context, name));
        register(
                context,
                Object.class,
                new WebSocketEnabler(),
                Map.of("org.ops4j.pax.web.http.whiteboard.websocket", true));
        register(
                context,
                Filter.class,
                new BorderFilter(meters::getService, address::secure),
                Map.of(
                        "osgi.http.whiteboard.filter.pattern", "/*",
                        "osgi.http.whiteboard.filter.asyncSupported", true,
                        "osgi.http.whiteboard.filter.name", "border"));
        register(
                context,
                Servlet.class,
                new ReservedPathsServlet(endpoints, pages::getService, containment::getService, meters::started),
                Map.of(
                        "osgi.http.whiteboard.servlet.pattern",
                        ReservedPaths.patterns(),
                        "osgi.http.whiteboard.servlet.asyncSupported",
                        true,
                        "osgi.http.whiteboard.servlet.name",
                        "reserved-paths"));
        register(context, PublicAddress.class, address, Map.of());
        trackers.addAll(List.of(pages, containment, meters, new EndpointTracker(context, endpoints)));
        trackers.forEach(ServiceTracker::open);
    }

    /** Takes changed settings over without touching the context. */
    @Modified
    public void change(HttpConfig config) {
        try {
            address.change(config);
            log.info("The portal is reached at {}", address.origin());
        } catch (IllegalArgumentException e) {
            log.error("org.preau.core.http.cfg is wrong, the settings before stay: {}", e.getMessage());
        }
    }

    /** Takes everything away, in reverse. */
    @Deactivate
    public void close() {
        mappings.close();
        for (int i = registrations.size() - 1; i >= 0; i--) {
            registrations.get(i).unregister();
        }
        trackers.forEach(ServiceTracker::close);
    }

    private <T> void register(BundleContext context, Class<? super T> type, T service, Map<String, Object> properties) {
        registrations.add(context.registerService(type.getName(), service, new Hashtable<>(properties)));
    }

    private static boolean isInstalled(BundleContext context, String symbolicName) {
        return Arrays.stream(context.getBundles()).anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName()));
    }
}
