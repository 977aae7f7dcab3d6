package org.preau.core.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * How often the HTTP context started, and when last: it starts once, and everybody's session is gone when it starts again. Told as {@code preau_http_context_starts_total} and
 * {@code preau_http_context_started_seconds}. Safe on any thread.
 */
final class ContextStarts extends ServiceTracker<MeterRegistry, MeterRegistry> {
    private final AtomicInteger count = new AtomicInteger();
    private volatile long last;

    ContextStarts(BundleContext context) {
        super(context, MeterRegistry.class, null);
    }

    /** It started: the container has made the servlet of the reserved paths ready. */
    void started() {
        count.incrementAndGet();
        last = System.currentTimeMillis();
    }

    @Override
    public @Nullable MeterRegistry addingService(ServiceReference<MeterRegistry> reference) {
        MeterRegistry registry = super.addingService(reference);
        if (registry != null) {
            FunctionCounter.builder("preau.http.context.starts", count, AtomicInteger::get)
                    .description(
                            "Starts of the HTTP context since the part that owns it started; more than one drops all sessions")
                    .register(registry);
            TimeGauge.builder("preau.http.context.started", () -> last, TimeUnit.MILLISECONDS)
                    .description("When the HTTP context started last, since 1970")
                    .register(registry);
        }
        return registry;
    }
}
