package org.preau.core.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.preau.api.base.LocalizedText;
import org.preau.api.extension.ExtensionState;
import org.preau.api.extension.InstalledJar;
import org.preau.api.extension.Signature;

/** The extensions as the framework has them: what came from the folder, and what the distribution ships above its core. */
final class InstalledJars {
    private static final String OURS = "org.preau.";

    private final BundleContext context;
    private final Deployer deployer;
    private final Activation activation;
    private final SignaturePolicy signatures;

    InstalledJars(BundleContext context, Deployer deployer, Activation activation, SignaturePolicy signatures) {
        this.context = context;
        this.deployer = deployer;
        this.activation = activation;
        this.signatures = signatures;
    }

    /** All, by id. */
    List<InstalledJar> all() {
        Map<String, DeployedBundles.Entry> deployed = deployer.deployed();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null)
                .filter(bundle -> deployed.containsKey(bundle.getSymbolicName())
                        || PlatformBundles.plugin(bundle.getSymbolicName()))
                .map(bundle -> jar(bundle, deployed.get(bundle.getSymbolicName())))
                .sorted(Comparator.comparing(InstalledJar::id))
                .toList();
    }

    private InstalledJar jar(Bundle bundle, DeployedBundles.@Nullable Entry entry) {
        Path copy = entry == null ? null : deployer.copy(entry.name());
        var headers = bundle.getHeaders();
        String name = JarHeaders.text(headers.get("Bundle-Name"));
        boolean runs = (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
        List<LocalizedText> waits = runs ? activation.waits(bundle) : List.of();
        return new InstalledJar(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                name.isEmpty() ? bundle.getSymbolicName() : name,
                JarHeaders.text(headers.get("Bundle-Vendor")),
                JarHeaders.text(headers.get("Bundle-Description")),
                entry == null ? "" : entry.file(),
                entry == null ? "" : entry.hash(),
                copy == null ? 0 : size(copy),
                bundle.getBundleId(),
                !runs ? ExtensionState.STOPPED : waits.isEmpty() ? ExtensionState.RUNNING : ExtensionState.WAITING,
                waits,
                entry == null || copy == null ? Signature.SHIPPED : signatures.of(copy, entry.hash()),
                imports(bundle));
    }

    private static Set<String> imports(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return JarHeaders.portal(JarHeaders.text(bundle.getHeaders().get("Import-Package")));
        }
        Set<String> found = new TreeSet<>();
        for (var wire : new ArrayList<>(wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE))) {
            String imported =
                    String.valueOf(wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
            if (imported.startsWith(OURS)) {
                found.add(imported);
            }
        }
        return found;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
