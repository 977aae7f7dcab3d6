package org.preau.core.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, updates and removes one bundle at a time in the framework, and never touches another. */
final class BundleChanges {
    private static final AtomicLong PROBES = new AtomicLong();

    private static final Logger log = LoggerFactory.getLogger(BundleChanges.class);
    private static final String LOCATION = "preau-deploy:";
    private static final String PROBE = "preau-probe:";
    private static final int START_LEVEL = 80;
    private static final long REFRESH_SECONDS = 20;

    private final BundleContext context;
    private final FrameworkWiring wiring;
    private final Activation activation;
    private final MissingWords words;

    /** Changes this framework. */
    BundleChanges(BundleContext context, Activation activation) {
        this.context = context;
        this.activation = activation;
        this.words = new MissingWords(context);
        FrameworkWiring found = context.getBundle(0).adapt(FrameworkWiring.class);
        if (found == null) {
            throw new IllegalStateException("the system bundle has the wiring of all");
        }
        this.wiring = found;
    }

    /** The bundle of that symbolic name, or null; a probe, which has the name of what it looks at, is none. */
    @Nullable
    Bundle find(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()) && !isProbe(bundle))
                .reduce((a, b) -> a.getVersion().compareTo(b.getVersion()) > 0 ? a : b)
                .orElse(null);
    }

    /** Whether a bundle was brought by the folder alone. */
    static boolean isDeployed(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    /** Whether a bundle is here only while a jar is looked at. */
    static boolean isProbe(Bundle bundle) {
        return bundle.getLocation().startsWith(PROBE);
    }

    /** Installs a new bundle and starts it; leaves nothing behind when it cannot start. */
    void install(String name, Path jar) throws BundleException, IOException {
        Bundle bundle;
        try (InputStream in = Files.newInputStream(jar)) {
            bundle = context.installBundle(LOCATION + name, in);
        }
        try {
            BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
            if (level != null) {
                level.setStartLevel(START_LEVEL);
            }
            start(bundle);
            activation.settle(bundle, Set.of(), false);
        } catch (BundleException | RuntimeException e) {
            uninstall(bundle);
            throw e;
        }
    }

    /** Puts another jar in the place of a bundle; goes back to {@code before} when it cannot start, or does not become as ready as it was. */
    void update(Bundle bundle, Path jar, Replacement before) throws BundleException, IOException {
        refuseIf(missing(bundle.getSymbolicName(), jar));
        Set<String> excused = activation.unsettled(bundle);
        bundle.stop(Bundle.STOP_TRANSIENT);
        try {
            replace(bundle, jar);
            activation.settle(bundle, excused, true);
        } catch (BundleException | IOException | RuntimeException e) {
            log.warn("{} could not be updated, the version before it comes back", bundle.getSymbolicName());
            bundle.stop(Bundle.STOP_TRANSIENT);
            before.back(bundle);
            refresh(bundle);
            bundle.start();
            throw e;
        }
    }

    /** How to go back to what ran before. */
    interface Replacement {
        /** Puts the content from before into the stopped bundle. */
        void back(Bundle bundle) throws BundleException, IOException;
    }

    /** Goes back to the version shipped with the portal. */
    void restoreShipped(Bundle bundle) throws BundleException {
        bundle.stop(Bundle.STOP_TRANSIENT);
        bundle.update();
        refresh(bundle);
        bundle.start();
    }

    /** Removes a bundle and its class loader. */
    void uninstall(Bundle bundle) throws BundleException {
        bundle.uninstall();
        refresh(bundle);
    }

    private void replace(Bundle bundle, Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
        }
        refresh(bundle);
        start(bundle);
    }

    /** What a jar needs and nobody here provides, found while a bundle that it is to replace still runs; each probe has a place of its own, since a console, a page and the folder may look at one jar at a time. */
    List<LocalizedText> missing(String name, Path jar) throws BundleException, IOException {
        Bundle probe;
        try (InputStream in = Files.newInputStream(jar)) {
            probe = context.installBundle(PROBE + PROBES.incrementAndGet() + ":" + name, in);
        } catch (BundleException e) {
            if (e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR) {
                return List.of();
            }
            throw e;
        }
        try {
            return missing(probe);
        } finally {
            if (probe.getState() != Bundle.UNINSTALLED) {
                probe.uninstall();
            }
        }
    }

    private void start(Bundle bundle) throws BundleException {
        refuseIf(missing(bundle));
        bundle.start();
    }

    private static void refuseIf(List<LocalizedText> missing) {
        if (!missing.isEmpty()) {
            throw new RefusedJarException(ErrorCode.INVALID_INPUT, Words.around("missing", Words.join(missing)));
        }
    }

    /** What the bundle needs and nobody provides. */
    private List<LocalizedText> missing(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? List.of()
                : revision.getRequirements(null).stream()
                        .filter(this::isMissing)
                        .map(words::of)
                        .distinct()
                        .toList();
    }

    private boolean isMissing(Requirement requirement) {
        var directives = requirement.getDirectives();
        boolean optional =
                Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
        boolean resolved = Namespace.EFFECTIVE_RESOLVE.equals(
                directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE));
        boolean dynamic = "dynamic".equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
        return !optional
                && !dynamic
                && resolved
                && wiring.findProviders(requirement).isEmpty();
    }

    /** Lets the framework drop the old class loader of this bundle, unless others would be stopped for it. */
    private void refresh(Bundle bundle) {
        Collection<Bundle> touched = wiring.getDependencyClosure(List.of(bundle));
        if (touched.stream().anyMatch(other -> !other.equals(bundle))) {
            log.warn(
                    "{} is wired to others ({}): they are left alone, and its old classes stay until the next start",
                    bundle.getSymbolicName(),
                    touched);
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(List.of(bundle), event -> done.countDown());
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                log.warn("The framework did not refresh {} within {} s", bundle.getSymbolicName(), REFRESH_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
