package org.preau.core.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;

/**
 * Lets the container forget which servlet answers which path, shortly after a servlet came or went.
 *
 * <p>Pax Web 11.1 remembers for each path the chain of filters with the servlet at its end, and clears that memory when a servlet is registered. A request that was matched just before and is slow (the first
 * one always is) puts its old end back afterwards: measured at start, {@code /health} answered 404 for ever. Registering a servlet that nobody calls clears the memory again, and touches nothing else.
 */
final class FreshMappings implements ServiceListener, AutoCloseable {
    private static final List<Long> DELAYS_MILLIS = List.of(300L, 1_500L, 5_000L, 20_000L);
    private static final String UNUSED = "/res/-/unused";
    private static final String SERVLETS =
            "(&(objectClass=jakarta.servlet.Servlet)(osgi.http.whiteboard.servlet.pattern=*)"
                    + "(!(osgi.http.whiteboard.servlet.pattern=" + UNUSED + ")))";

    private final BundleContext context;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "http-mappings");
        made.setDaemon(true);
        return made;
    });
    private volatile List<? extends Future<?>> planned = List.of();

    /** Follows servlets from now on. */
    FreshMappings(BundleContext context) {
        this.context = context;
        try {
            context.addServiceListener(this, SERVLETS);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        try {
            planned.forEach(before -> before.cancel(false));
            planned = DELAYS_MILLIS.stream()
                    .map(delay -> thread.schedule(this::forget, delay, TimeUnit.MILLISECONDS))
                    .toList();
        } catch (RejectedExecutionException e) {
            planned = List.of();
        }
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
        thread.shutdownNow();
    }

    private void forget() {
        Servlet nobody = new Unused();
        context.registerService(
                        Servlet.class, nobody, new Hashtable<>(Map.of("osgi.http.whiteboard.servlet.pattern", UNUSED)))
                .unregister();
    }

    private static final class Unused extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }
}
