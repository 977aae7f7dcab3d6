package org.preau.core.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** The packages that bundles of this portal export. */
final class Exports {
    private final List<Exported> all;

    /**
     * One package.
     *
     * @param bundle symbolic name of the bundle that exports it
     */
    record Exported(String name, Version version, String bundle) {}

    Exports(List<Exported> all) {
        this.all = List.copyOf(all);
    }

    /** Those of a framework, as they are now. */
    static Exports of(BundleContext context) {
        List<Exported> all = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                revision.getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE)
                        .forEach(capability -> all.add(exported(capability, bundle)));
            }
        }
        return new Exports(all);
    }

    private static Exported exported(BundleCapability capability, Bundle bundle) {
        Object version = capability.getAttributes().get("version");
        return new Exported(
                String.valueOf(capability.getAttributes().get(BundleRevision.PACKAGE_NAMESPACE)),
                version instanceof Version known ? known : Version.emptyVersion,
                String.valueOf(bundle.getSymbolicName()));
    }

    /** Who exports a package, the highest version first. */
    List<Exported> of(String name) {
        return all.stream()
                .filter(each -> each.name().equals(name))
                .sorted(Comparator.comparing(Exported::version).reversed())
                .toList();
    }
}
