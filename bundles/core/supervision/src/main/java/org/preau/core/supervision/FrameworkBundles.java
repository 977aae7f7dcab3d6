package org.preau.core.supervision;

import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.startlevel.BundleStartLevel;

/** What the framework tells of the portal's own bundles; those dropped into {@code deploy/} do not count. */
final class FrameworkBundles {
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";
    private static final String DEPLOYED = "preau-deploy:";

    private final BundleContext context;

    FrameworkBundles(BundleContext context) {
        this.context = context;
    }

    /** Whether Karaf has installed its boot features. */
    boolean booted() {
        try {
            return context.getAllServiceReferences(BOOT_FINISHED, null) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter, no syntax", e);
        }
    }

    /** Names of bundles that are to be started and are not active. */
    List<String> idle() {
        return Arrays.stream(context.getBundles())
                .filter(FrameworkBundles::counts)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && !startsLazily(bundle))
                .map(Bundle::getSymbolicName)
                .toList();
    }

    private static boolean counts(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        boolean fragment = bundle.getHeaders("").get("Fragment-Host") != null;
        return bundle.getBundleId() != 0
                && !fragment
                && level != null
                && level.isPersistentlyStarted()
                && !bundle.getLocation().startsWith(DEPLOYED);
    }

    private static boolean startsLazily(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return bundle.getState() == Bundle.STARTING && level != null && level.isActivationPolicyUsed();
    }
}
