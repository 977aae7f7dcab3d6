package org.preau.core.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.util.tracker.ServiceTracker;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;

/**
 * Lays out the HTTP context in one go and in this order: WebSocket endpoint, filter, reserved paths. Whoever comes after (the user interface) finds all of it, and nothing that would
 * restart the context is ever registered later.
 */
@Component(service = HttpContextLayout.class, immediate = true)
public final class HttpContextLayout {
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final ServiceTracker<HttpEndpoint, Long> tracker;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Pages pages;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MeterRegistry meters;

    private volatile boolean secure;

    /** Registers everything; the wall stands before. */
    @Activate
    public HttpContextLayout(BundleContext context, @Reference PluginWall wall) {
        File known = context.getDataFile("known-paths.properties");
        EndpointRegistry endpoints = new EndpointRegistry(
                new KnownPaths(known == null ? null : known.toPath()), name -> isInstalled(context, name));
        tracker = new EndpointTracker(context, endpoints);
        tracker.open();
        register(
                context,
                Object.class,
                new WebSocketEnabler(),
                Map.of("org.ops4j.pax.web.http.whiteboard.websocket", true));
        register(
                context,
                Filter.class,
                new BorderFilter(() -> meters, () -> secure),
                Map.of(
                        "osgi.http.whiteboard.filter.pattern", "/*",
                        "osgi.http.whiteboard.filter.asyncSupported", true,
                        "osgi.http.whiteboard.filter.name", "border"));
        register(
                context,
                Servlet.class,
                new ReservedPathsServlet(endpoints, () -> pages),
                Map.of(
                        "osgi.http.whiteboard.servlet.pattern",
                        ReservedPaths.patterns(),
                        "osgi.http.whiteboard.servlet.asyncSupported",
                        true,
                        "osgi.http.whiteboard.servlet.name",
                        "reserved-paths"));
    }

    /** Takes everything away, in reverse. */
    @Deactivate
    public void close() {
        for (int i = registrations.size() - 1; i >= 0; i--) {
            registrations.get(i).unregister();
        }
        tracker.close();
    }

    /** Tells whether answers go over https. */
    void secure(boolean https) {
        secure = https;
    }

    private <T> void register(BundleContext context, Class<? super T> type, T service, Map<String, Object> properties) {
        Dictionary<String, Object> all = new Hashtable<>(properties);
        registrations.add(context.registerService(type.getName(), service, all));
    }

    private static boolean isInstalled(BundleContext context, String symbolicName) {
        return Arrays.stream(context.getBundles()).anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName()));
    }

    /** Follows the endpoints as they come and go. */
    private static final class EndpointTracker extends ServiceTracker<HttpEndpoint, Long> {
        private final EndpointRegistry endpoints;

        EndpointTracker(BundleContext context, EndpointRegistry endpoints) {
            super(context, HttpEndpoint.class, null);
            this.endpoints = endpoints;
        }

        @Override
        public @Nullable Long addingService(ServiceReference<HttpEndpoint> reference) {
            HttpEndpoint endpoint = context.getService(reference);
            if (endpoint == null) {
                return null;
            }
            Long id = (Long) reference.getProperty("service.id");
            endpoints.add(id, String.valueOf(reference.getBundle().getSymbolicName()), endpoint);
            return id;
        }

        @Override
        public void removedService(ServiceReference<HttpEndpoint> reference, Long id) {
            endpoints.remove(id);
            context.ungetService(reference);
        }
    }
}
