package org.preau.core.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.PortalApplication;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;

/** The applications that are registered, with the bundles they are of, whatever the shell makes of them. */
@Component(service = PluginApps.class)
public class PluginApps {
    private final Map<PortalApplication, Bundle> known = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    /** For the service registry. */
    @Activate
    public PluginApps() {}

    /**
     * An application as it says it is.
     *
     * @param descriptor null when it could not say
     * @param failure why it could not; else empty
     */
    record Described(@Nullable AppDescriptor descriptor, String failure) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(PortalApplication app, ServiceReference<PortalApplication> reference) {
        known.put(app, reference.getBundle());
    }

    void unbind(PortalApplication app) {
        known.remove(app);
    }

    /** Those of a bundle. */
    List<Described> of(Bundle bundle) {
        List<Described> described = new ArrayList<>();
        known.forEach((app, owner) -> {
            if (owner.equals(bundle)) {
                described.add(described(app));
            }
        });
        return described;
    }

    /** Symbolic names of the bundles that bring an application of that id. */
    List<String> bundlesOf(String id) {
        return bundles(id).stream()
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .sorted()
                .toList();
    }

    /** The bundles that bring an application of that id. */
    List<Bundle> bundles(String id) {
        List<Bundle> bundles = new ArrayList<>();
        known.forEach((app, owner) -> {
            AppDescriptor descriptor = described(app).descriptor();
            if (descriptor != null && descriptor.id().equals(id)) {
                bundles.add(owner);
            }
        });
        return bundles;
    }

    /** All ids. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        known.keySet().forEach(app -> {
            AppDescriptor descriptor = described(app).descriptor();
            if (descriptor != null) {
                ids.add(descriptor.id());
            }
        });
        return ids;
    }

    private Described described(PortalApplication app) {
        try {
            return new Described(Containment.orNone(containment).call(app, Door.TELL, app::descriptor), "");
        } catch (RuntimeException | LinkageError e) {
            return new Described(null, String.valueOf(e));
        }
    }
}
