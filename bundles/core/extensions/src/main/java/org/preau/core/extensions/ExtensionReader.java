package org.preau.core.extensions;

import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.containment.PluginState;
import org.preau.api.containment.Quarantine;
import org.preau.api.extension.Contribution;
import org.preau.api.extension.Extension;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.Footprint;
import org.preau.api.extension.InstalledJar;
import org.preau.api.persistence.UnitSchemas;
import org.preau.api.supervision.Faults;

/** Puts together what framework, services, faults and database know of an extension. */
@Component(service = ExtensionReader.class)
public final class ExtensionReader {
    private static final int ERRORS = 20;
    private static final String CLASS = ".class";

    private final BundleContext context;
    private final Brought brought;
    private final Faults faults;
    private final UnitSchemas schemas;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Quarantine quarantine;

    /** For the service registry. */
    @Activate
    public ExtensionReader(
            BundleContext context,
            @Reference Brought brought,
            @Reference Faults faults,
            @Reference UnitSchemas schemas) {
        this.context = context;
        this.brought = brought;
        this.faults = faults;
        this.schemas = schemas;
    }

    /** One, with what is noted of it. */
    Extension read(InstalledJar jar, Map<String, ExtensionStore.Known> known) {
        List<Contribution> contributes = brought.of(jar.bundleId());
        ExtensionStore.@Nullable Known noted = known.get(jar.id());
        List<Extension.Fault> errors = errors(jar.id(), contributes);
        if (jar.shipped()) {
            return new Extension(jar, ExtensionSource.SHIPPED, null, contributes, errors, usage(jar));
        }
        if (noted == null || noted.removedAt() != null) {
            return new Extension(jar, ExtensionSource.DEPLOY_FOLDER, null, contributes, errors, usage(jar));
        }
        return new Extension(jar, noted.source(), noted.since(), contributes, errors, usage(jar));
    }

    private Extension.@Nullable Usage usage(InstalledJar jar) {
        Quarantine known = quarantine;
        PluginState state = known == null ? null : known.plugin(jar.id()).orElse(null);
        return state == null
                ? null
                : new Extension.Usage(
                        state.calls(),
                        state.failures(),
                        state.time(),
                        state.stop().map(PluginState.Stop::why).orElse(""));
    }

    /** What it takes now. */
    Footprint measure(InstalledJar jar) {
        HeapCount heap = HeapCount.of(classes(jar.bundleId()));
        long data = brought.named(jar.id()).stream()
                .filter(part -> part.kind().equals(Contribution.DATA))
                .mapToLong(part -> schemas.bytes(part.name()))
                .sum();
        return new Footprint(heap.classes(), heap.instances(), heap.bytes(), data);
    }

    private List<Extension.Fault> errors(String id, List<Contribution> contributes) {
        List<String> apps = contributes.stream()
                .filter(part -> part.kind().equals(Contribution.APP))
                .map(Contribution::name)
                .toList();
        return faults.last().stream()
                .filter(fault -> concerns(fault.part(), id, apps))
                .limit(ERRORS)
                .map(fault -> new Extension.Fault(fault.reference(), fault.at(), fault.what()))
                .toList();
    }

    static boolean concerns(String part, String id, List<String> apps) {
        return part.contains(id)
                || apps.stream()
                        .anyMatch(app ->
                                part.equals(app) || part.equals("/app/" + app) || part.startsWith("/app/" + app + "/"));
    }

    private Set<String> classes(long bundleId) {
        Set<String> names = new TreeSet<>();
        Bundle bundle = context.getBundle(bundleId);
        var entries = bundle == null ? null : bundle.findEntries("/", "*" + CLASS, true);
        if (entries != null) {
            for (URL url : Collections.list(entries)) {
                String path = url.getPath();
                names.add(path.substring(1, path.length() - CLASS.length()).replace('/', '.'));
            }
        }
        return names;
    }
}
