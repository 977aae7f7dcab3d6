package org.preau.core.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the framework in step with the folder, once a call. Used by one thread; what it tells may be read by any. */
final class Deployer {
    private static final Logger log = LoggerFactory.getLogger(Deployer.class);

    private final BundleContext context;
    private final DeployFolder folder;
    private final DeployedBundles deployed;
    private final BundleChanges changes;
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private volatile Map<Path, String> problems = Map.of();

    /** Works on this framework. */
    Deployer(BundleContext context, DeployFolder folder, DeployedBundles deployed) {
        this.context = context;
        this.folder = folder;
        this.deployed = deployed;
        this.changes = new BundleChanges(context);
    }

    /** Files that do not serve, with the reason. */
    Map<Path, String> problems() {
        return problems;
    }

    /** What serves from the folder. */
    Map<String, DeployedBundles.Entry> deployed() {
        return deployed.all();
    }

    /** Looks at the folder and does what is to be done. */
    void step() {
        Map<Path, JarReading> files = folder.scan();
        forgetLost();
        forgetFailures(files);
        for (DeployPlan.Step step : plan(files).steps()) {
            perform(step);
        }
        Map<Path, String> found = new TreeMap<>(plan(files).problems());
        files.forEach((file, reading) -> {
            if (reading instanceof JarReading.Plugin plugin) {
                String failure = failures.get(plugin.jar().hash());
                if (failure != null) {
                    found.put(file, failure);
                }
            }
        });
        tell(found);
        problems = Map.copyOf(found);
    }

    private DeployPlan plan(Map<Path, JarReading> files) {
        return DeployPlan.of(files, deployed.all(), failures::containsKey, this::isPlatform);
    }

    private void tell(Map<Path, String> found) {
        Map<Path, String> before = problems;
        found.forEach((file, why) -> {
            if (!why.equals(before.get(file))) {
                log.warn("{} is not deployed: {}", file, why);
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
            try {
                deploy(deploy.jar());
                log.info("{} deployed in {} ms", deploy.jar().label(), millisSince(start));
            } catch (BundleException | IOException | RuntimeException e) {
                failures.put(deploy.jar().hash(), reason(e));
                log.debug("{} failed", deploy.jar().label(), e);
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
            try {
                remove(remove.entry());
                log.info("{} removed in {} ms", remove.entry().name(), millisSince(start));
            } catch (BundleException | RuntimeException e) {
                log.error("{} could not be removed", remove.entry().name(), e);
                deployed.remove(remove.entry().name());
            }
        }
    }

    private void deploy(PluginJar jar) throws BundleException, IOException {
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

    private void remove(DeployedBundles.Entry entry) throws BundleException {
        Bundle bundle = changes.find(entry.name());
        if (bundle != null && entry.replaced()) {
            log.info("{} goes back to the version shipped with the portal", entry.name());
            changes.restoreShipped(bundle);
        } else if (bundle != null) {
            changes.uninstall(bundle);
        }
        deployed.remove(entry.name());
    }

    private boolean isPlatform(String name) {
        boolean installed = Arrays.stream(context.getBundles())
                .anyMatch(bundle -> name.equals(bundle.getSymbolicName()) && !BundleChanges.isDeployed(bundle));
        return PlatformBundles.closed(name, installed);
    }

    private static String reason(Exception e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root == e ? String.valueOf(e.getMessage()) : e.getMessage() + " (" + root + ")";
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
