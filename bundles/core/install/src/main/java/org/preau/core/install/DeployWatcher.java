package org.preau.core.install;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.Installer;
import org.preau.api.supervision.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches {@code DIR/deploy} on a thread of its own, four times a second, from the moment the portal has its boot features. Healthy once it has looked for the first time; a jar that
 * cannot be deployed is told, and takes nobody else down.
 */
@Component(
        service = {HealthCheck.class, DeployWatcher.class},
        immediate = true)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.preau.api.extension.Installer\"")
public final class DeployWatcher implements HealthCheck {
    private static final Logger log = LoggerFactory.getLogger(DeployWatcher.class);
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";
    private static final long POLL = 250;

    private final BundleContext context;
    private final Deployer deployer;
    private final DeployInstaller installer;
    private final ServiceRegistration<Installer> registration;
    private final Thread thread;
    private volatile boolean looked;

    /** Begins to watch. */
    @Activate
    public DeployWatcher(
            BundleContext context,
            @Reference ServiceComponentRuntime components,
            @Reference SignaturePolicy signatures,
            @Reference Told told) {
        this.context = context;
        File state = context.getDataFile("deployed");
        if (state == null) {
            throw new IllegalStateException("the framework has no folder for files");
        }
        String base = String.valueOf(context.getProperty("karaf.base"));
        String configured = context.getProperty("preau.deploy");
        Path folder = configured == null ? Path.of(base, "deploy") : Path.of(configured);
        Activation activation = new ScrActivation(components, new Migrations(context), signatures.patience());
        this.deployer = new Deployer(
                context,
                new DeployFolder(folder),
                new DeployedBundles(state.toPath()),
                jar -> admit(jar, signatures),
                activation,
                told);
        this.installer = new DeployInstaller(
                deployer,
                new InstalledJars(context, deployer, activation, signatures),
                signatures,
                state.toPath().resolve("removed"));
        this.thread = new Thread(this::watch, "deploy");
        thread.setDaemon(true);
        thread.start();
        this.registration = context.registerService(Installer.class, installer, null);
    }

    /** Ends it; a change under way is finished. */
    @Deactivate
    public void close() throws InterruptedException {
        registration.unregister();
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public Health health() {
        if (!looked) {
            return Health.down("first look at the folder not done");
        }
        Map<Path, LocalizedText> problems = deployer.problems();
        return problems.isEmpty()
                ? Health.UP
                : new Health(
                        true,
                        "not deployed: "
                                + String.join(
                                        ", ",
                                        problems.keySet().stream()
                                                .map(file -> String.valueOf(file.getFileName()))
                                                .sorted()
                                                .toList()));
    }

    /** What was done and what not. */
    Deployer deployer() {
        return deployer;
    }

    private void admit(PluginJar jar, SignaturePolicy signatures) {
        if (!installer.admits(jar.hash())) {
            signatures
                    .objection(signatures.of(jar.file(), jar.hash()), ExtensionSource.DEPLOY_FOLDER)
                    .ifPresent(why -> {
                        throw new RefusedJarException(ErrorCode.INVALID_INPUT, why);
                    });
        }
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (looked || booted()) {
                    look();
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            log.debug("The folder is no longer watched");
        }
    }

    private void look() {
        try {
            deployer.step();
            looked = true;
        } catch (RuntimeException | LinkageError e) {
            log.error("The deploy folder could not be handled, tried again at once", e);
        }
    }

    private boolean booted() {
        try {
            return context.getAllServiceReferences(BOOT_FINISHED, null) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter, no syntax", e);
        }
    }
}
