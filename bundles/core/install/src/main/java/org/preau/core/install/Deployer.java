package org.preau.core.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.preau.api.base.LocalizedText;
import org.preau.api.extension.Installation;
import org.preau.api.extension.Installation.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the framework in step with the folder, once a call. Calls take turns; what it tells may be read on any thread. */
final class Deployer {
    private static final Logger log = LoggerFactory.getLogger(Deployer.class);

    private final BundleContext context;
    private final DeployFolder folder;
    private final DeployedBundles deployed;
    private final Gate gate;
    private final Consumer<Installation> listener;
    private final BundleChanges changes;
    private final Map<String, LocalizedText> failures = new ConcurrentHashMap<>();
    private volatile Map<Path, LocalizedText> problems = Map.of();

    /** Who decides whether a jar may be deployed at all. */
    interface Gate {
        /** Throws {@link RefusedJarException} when not. */
        void admit(PluginJar jar);
    }

    /** Works on this framework. */
    Deployer(
            BundleContext context,
            DeployFolder folder,
            DeployedBundles deployed,
            Gate gate,
            Activation activation,
            Consumer<Installation> listener) {
        this.context = context;
        this.folder = folder;
        this.deployed = deployed;
        this.gate = gate;
        this.listener = listener;
        this.changes = new BundleChanges(context, activation);
    }

    /** Files that do not serve, with the reason. */
    Map<Path, LocalizedText> problems() {
        return problems;
    }

    /** What serves from the folder. */
    Map<String, DeployedBundles.Entry> deployed() {
        return deployed.all();
    }

    /** The copy of the jar that serves. */
    Path copy(String name) {
        return deployed.copy(name);
    }

    /** The folder. */
    DeployFolder folder() {
        return folder;
    }

    /** What is done to bundles. */
    BundleChanges changes() {
        return changes;
    }

    /** Looks at the folder and does what is to be done. */
    synchronized void step() {
        Map<Path, JarReading> files = folder.scan();
        forgetLost();
        forgetFailures(files);
        for (DeployPlan.Step step : plan(files).steps()) {
            perform(step);
        }
        Map<Path, LocalizedText> found = new TreeMap<>(plan(files).problems());
        files.forEach((file, reading) -> {
            if (reading instanceof JarReading.Plugin plugin) {
                LocalizedText failure = failures.get(plugin.jar().hash());
                if (failure != null) {
                    found.put(file, failure);
                }
            }
        });
        tell(found);
        problems = Map.copyOf(found);
    }

    /** A jar that failed may be tried again. */
    void forgive(String hash) {
        failures.remove(hash);
    }

    private DeployPlan plan(Map<Path, JarReading> files) {
        return DeployPlan.of(files, deployed.all(), failures::containsKey, this::isPlatform);
    }

    private void tell(Map<Path, LocalizedText> found) {
        Map<Path, LocalizedText> before = problems;
        found.forEach((file, why) -> {
            if (!why.equals(before.get(file))) {
                log.warn("{} is not deployed: {}", file, why.en());
            }
        });
    }

    /** A jar that was taken away may be tried again when it comes back. */
    private void forgetFailures(Map<Path, JarReading> files) {
        failures.keySet().removeIf(hash -> files.values().stream()
                .noneMatch(reading -> reading instanceof JarReading.Plugin plugin
                        && plugin.jar().hash().equals(hash)));
    }

    /** Entries whose bundle somebody else removed are deployed again. */
    private void forgetLost() {
        for (DeployedBundles.Entry entry : deployed.all().values()) {
            if (changes.find(entry.name()) == null) {
                log.warn("{} was removed from outside the folder", entry.name());
                deployed.remove(entry.name());
            }
        }
    }

    private void perform(DeployPlan.Step step) {
        long start = System.nanoTime();
        if (step instanceof DeployPlan.Step.Deploy deploy) {
            PluginJar jar = deploy.jar();
            String before = versionOf(changes.find(jar.name()));
            try {
                deploy(jar);
                log.info("{} deployed in {} ms", jar.label(), millisSince(start));
                told(before.isEmpty() ? Kind.INSTALLED : Kind.UPDATED, jar, before, Installation.NO_REASON);
            } catch (BundleException | IOException | RuntimeException | LinkageError e) {
                LocalizedText why = reason(e);
                failures.put(jar.hash(), why);
                log.debug("{} failed", jar.label(), e);
                told(before.isEmpty() ? Kind.REFUSED : Kind.RETURNED, jar, before, why);
            }
        } else if (step instanceof DeployPlan.Step.Rename rename) {
            DeployedBundles.Entry entry = deployed.all().get(rename.jar().name());
            if (entry != null) {
                deployed.note(new DeployedBundles.Entry(
                        entry.name(),
                        String.valueOf(rename.jar().file().getFileName()),
                        entry.hash(),
                        entry.replaced()));
            }
        } else if (step instanceof DeployPlan.Step.Remove remove) {
            remove(remove.entry(), start);
        }
    }

    private void deploy(PluginJar jar) throws BundleException, IOException {
        gate.admit(jar);
        Bundle bundle = changes.find(jar.name());
        DeployedBundles.Entry before = deployed.all().get(jar.name());
        boolean replaced = bundle != null && !BundleChanges.isDeployed(bundle);
        if (bundle == null) {
            changes.install(jar.name(), jar.file());
        } else {
            Path copy = deployed.copy(jar.name());
            changes.update(bundle, jar.file(), stopped -> {
                if (before == null) {
                    stopped.update();
                } else {
                    try (var in = Files.newInputStream(copy)) {
                        stopped.update(in);
                    }
                }
            });
        }
        deployed.put(
                new DeployedBundles.Entry(jar.name(), String.valueOf(jar.file().getFileName()), jar.hash(), replaced),
                jar.file());
    }

    private void remove(DeployedBundles.Entry entry, long start) {
        Bundle bundle = changes.find(entry.name());
        String version = versionOf(bundle);
        try {
            if (bundle != null && entry.replaced()) {
                log.info("{} goes back to the version shipped with the portal", entry.name());
                changes.restoreShipped(bundle);
            } else if (bundle != null) {
                changes.uninstall(bundle);
            }
            deployed.remove(entry.name());
            log.info("{} removed in {} ms", entry.name(), millisSince(start));
        } catch (BundleException | RuntimeException e) {
            log.error("{} could not be removed", entry.name(), e);
            deployed.remove(entry.name());
        }
        listener.accept(new Installation(
                Kind.REMOVED, entry.name(), version, version, entry.name(), entry.file(), "", Installation.NO_REASON));
    }

    private void told(Kind kind, PluginJar jar, String before, LocalizedText why) {
        listener.accept(new Installation(
                kind,
                jar.name(),
                jar.version().toString(),
                before,
                nameOf(jar),
                String.valueOf(jar.file().getFileName()),
                jar.hash(),
                why));
    }

    private static String nameOf(PluginJar jar) {
        String name = JarHeaders.read(jar.file()).name();
        return name.isEmpty() ? jar.name() : name;
    }

    private boolean isPlatform(String name) {
        boolean installed = Arrays.stream(context.getBundles())
                .anyMatch(bundle -> name.equals(bundle.getSymbolicName())
                        && !BundleChanges.isDeployed(bundle)
                        && !BundleChanges.isProbe(bundle));
        return PlatformBundles.closed(name, installed);
    }

    private static String versionOf(@org.jspecify.annotations.Nullable Bundle bundle) {
        return bundle == null ? "" : bundle.getVersion().toString();
    }

    private static LocalizedText reason(Throwable e) {
        if (e instanceof RefusedJarException refused) {
            return refused.why();
        }
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return Words.plain(root == e ? String.valueOf(e.getMessage()) : e.getMessage() + " (" + root + ")");
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
