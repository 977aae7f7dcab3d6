package org.preau.core.http;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.preau.api.http.HttpEndpoint;

/** Follows the endpoints as they come and go. */
final class EndpointTracker extends ServiceTracker<HttpEndpoint, Long> {
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
