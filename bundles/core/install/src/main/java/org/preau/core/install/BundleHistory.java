package org.preau.core.install;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * How often each bundle was stopped and unresolved since this bundle started: shows an operator whom a deployment touched. Safe on any thread.
 */
@Component(service = BundleHistory.class, immediate = true)
public final class BundleHistory implements SynchronousBundleListener {
    private final BundleContext context;
    private final Map<Long, Integer> stops = new ConcurrentHashMap<>();
    private final Map<Long, Integer> refreshes = new ConcurrentHashMap<>();

    /** Listens to this framework from now on. */
    @Activate
    public BundleHistory(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
    }

    @Deactivate
    void stopListening() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (event.getType() == BundleEvent.STOPPED) {
            stops.merge(bundle.getBundleId(), 1, Integer::sum);
        } else if (event.getType() == BundleEvent.UNRESOLVED) {
            refreshes.merge(bundle.getBundleId(), 1, Integer::sum);
        }
    }

    /** How often it was stopped. */
    int stopsOf(long bundleId) {
        return stops.getOrDefault(bundleId, 0);
    }

    /** How often its class loader was dropped. */
    int refreshesOf(long bundleId) {
        return refreshes.getOrDefault(bundleId, 0);
    }
}
