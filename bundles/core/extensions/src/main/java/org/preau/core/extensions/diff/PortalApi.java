package org.preau.core.extensions.diff;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** The packages that bundles of this portal export, and what is in them. */
class PortalApi {
    private final Map<String, Set<String>> versions = new TreeMap<>();
    private final Map<String, Bundle> exporters = new TreeMap<>();

    /** Nothing: for who looks elsewhere. */
    PortalApi() {}

    /** Of this framework. */
    PortalApi(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            List<BundleCapability> packages =
                    revision == null ? List.of() : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE);
            for (BundleCapability each : packages) {
                String name = String.valueOf(each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
                versions.computeIfAbsent(name, any -> new TreeSet<>())
                        .add(String.valueOf(each.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)));
                exporters.put(name, bundle);
            }
        }
    }

    /** Versions of a package that are exported here. */
    Set<String> versions(String name) {
        return versions.getOrDefault(name, Set.of());
    }

    /** A class of an exported package, null when there is none. */
    @Nullable
    Class<?> find(String name) {
        Bundle exporter = exporters.get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        try {
            return exporter == null ? null : exporter.loadClass(name);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** Whether a class, or one above it, has a member that may be named from outside. */
    static boolean has(Class<?> owner, ApiUse.Member member) {
        boolean own = member.isMethod()
                ? member.name().equals("<init>")
                        ? Arrays.stream(owner.getDeclaredConstructors())
                                .anyMatch(each ->
                                        Type.getConstructorDescriptor(each).equals(member.descriptor()))
                        : Arrays.stream(owner.getDeclaredMethods())
                                .anyMatch(each -> each.getName().equals(member.name())
                                        && Type.getMethodDescriptor(each).equals(member.descriptor()))
                : Arrays.stream(owner.getDeclaredFields())
                        .anyMatch(each -> each.getName().equals(member.name())
                                && Type.getDescriptor(each.getType()).equals(member.descriptor()));
        if (own || member.name().equals("<init>")) {
            return own;
        }
        Class<?> above = owner.getSuperclass();
        return above != null && has(above, member)
                || owner.isInterface() && owner.getInterfaces().length == 0 && has(Object.class, member)
                || Arrays.stream(owner.getInterfaces()).anyMatch(each -> has(each, member));
    }
}
