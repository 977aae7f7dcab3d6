package org.preau.core.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.preau.api.http.StaticResources;

/** The active bundles that have files to serve, by symbolic name. */
final class ResourceBundles extends BundleTracker<String> {
    private final Map<String, Bundle> byName = new ConcurrentHashMap<>();

    ResourceBundles(BundleContext context) {
        super(context, Bundle.STARTING | Bundle.ACTIVE, null);
    }

    /** The bundle of that name, or null. */
    @Nullable
    Bundle named(String symbolicName) {
        return byName.get(symbolicName);
    }

    /** The folder in the bundle whose files are served, without slashes at its ends. */
    static String folderOf(Bundle bundle) {
        return String.valueOf(bundle.getHeaders("").get(StaticResources.HEADER))
                .strip()
                .replaceAll("^/+|/+$", "");
    }

    @Override
    public @Nullable String addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        if (bundle.getHeaders("").get(StaticResources.HEADER) == null) {
            return null;
        }
        String name = bundle.getSymbolicName();
        byName.merge(name, bundle, (a, b) -> a.getVersion().compareTo(b.getVersion()) > 0 ? a : b);
        return name;
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, String name) {
        byName.remove(name, bundle);
    }
}
