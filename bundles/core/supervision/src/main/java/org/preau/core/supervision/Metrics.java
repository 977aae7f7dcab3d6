package org.preau.core.supervision;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The registry of meters, a service for every bundle that measures something, with the Java machine's own meters. */
@Component(service = Metrics.class, immediate = true)
public final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final ServiceRegistration<MeterRegistry> registration;

    /** Measures from now on. */
    @Activate
    public Metrics(BundleContext context, @Reference RingFaults faults) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collector.bindTo(registry);
        FunctionCounter.builder("preau.faults", faults, RingFaults::count)
                .description("Faults of ours since this node started")
                .register(registry);
        Dictionary<String, Object> none = new Hashtable<>();
        registration = context.registerService(MeterRegistry.class, registry, none);
    }

    /** Stops measuring. */
    @Deactivate
    public void close() {
        registration.unregister();
        collector.close();
        registry.close();
    }

    /** All meters in the text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }
}
