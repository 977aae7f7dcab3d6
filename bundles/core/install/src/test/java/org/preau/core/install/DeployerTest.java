package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.preau.api.extension.Installation;

/** The folder and a framework as the portal has it. */
class DeployerTest {
    @TempDir
    Path home;

    private final List<Installation> told = new ArrayList<>();
    private Framework framework;
    private BundleContext context;
    private Deployer deployer;
    private Path deploy;

    @BeforeEach
    void start() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        home.resolve("cache").toString(),
                        Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                        "100"));
        framework.start();
        context = framework.getBundleContext();
        deploy = home.resolve("deploy");
        deployer = deployer();
        deployer.step();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void installsUpdatesInPlaceAndRemoves() throws IOException {
        drop("first.jar", "org.x", "1.0.0");
        deployer.step();
        Bundle bundle = bundle("org.x");
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);

        drop("second.jar", "org.x", "2.0.0");
        deployer.step();
        assertThat(bundle("org.x")).isSameAs(bundle);
        assertThat(bundle.getVersion()).hasToString("2.0.0");
        assertThat(deployer.problems()).containsOnlyKeys(deploy.resolve("first.jar"));

        Files.delete(deploy.resolve("first.jar"));
        Files.delete(deploy.resolve("second.jar"));
        deployer.step();
        assertThat(names()).doesNotContain("org.x");
        assertThat(deployer.problems()).isEmpty();
    }

    @Test
    void touchesNoOtherBundle() throws IOException {
        drop("other.jar", "org.other", "1.0.0");
        drop("x.jar", "org.x", "1.0.0");
        deployer.step();
        List<String> events = new ArrayList<>();
        context.addBundleListener(event -> {
            if (event.getType() != BundleEvent.INSTALLED && event.getType() != BundleEvent.UNINSTALLED) {
                events.add(event.getBundle().getSymbolicName());
            }
        });

        drop("x.jar", "org.x", "2.0.0");
        deployer.step();

        assertThat(bundle("org.x").getVersion()).hasToString("2.0.0");
        assertThat(events).doesNotContain("org.other");
    }

    @Test
    void leavesNothingOfAJarThatCannotRun() throws IOException {
        Jars.write(
                deploy.resolve("bad.jar"),
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.bad",
                "Import-Package",
                "no.such.package");
        deployer.step();

        assertThat(names()).doesNotContain("org.bad");
        assertThat(deployer.problems().get(deploy.resolve("bad.jar")).en())
                .contains("no.such.package", "Build it against this portal's SDK");
    }

    @Test
    void leavesWhatRunsAloneWhenItsUpdateNeedsWhatIsNotThere() throws IOException {
        drop("x.jar", "org.x", "1.0.0");
        deployer.step();
        long since = bundle("org.x").getLastModified();

        Jars.write(
                deploy.resolve("x2.jar"),
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.x",
                "Bundle-Version",
                "2.0.0",
                "Import-Package",
                "no.such.package");
        deployer.step();
        deployer.step();

        assertThat(bundle("org.x").getLastModified()).isEqualTo(since);
        assertThat(bundle("org.x").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(deployer.problems()).containsOnlyKeys(deploy.resolve("x2.jar"));
    }

    @Test
    void goesBackWhenAnUpdateCannotStart() throws IOException {
        drop("x.jar", "org.x", "1.0.0");
        deployer.step();

        Jars.write(
                deploy.resolve("x.jar"),
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.x",
                "Bundle-Version",
                "2.0.0",
                "Bundle-Activator",
                "no.such.Activator");
        deployer.step();

        assertThat(bundle("org.x").getVersion()).hasToString("1.0.0");
        assertThat(bundle("org.x").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(deployer.problems()).containsOnlyKeys(deploy.resolve("x.jar"));
    }

    @Test
    void goesBackToTheShippedVersionWhenItsReplacementIsTakenAway() throws Exception {
        Path shipped = Jars.plugin(home.resolve("shipped.jar"), "org.preau.apps.news", "1.0.0");
        context.installBundle(shipped.toUri().toString()).start();

        drop("news.jar", "org.preau.apps.news", "1.1.0");
        deployer.step();
        assertThat(bundle("org.preau.apps.news").getVersion()).hasToString("1.1.0");

        Files.delete(deploy.resolve("news.jar"));
        deployer.step();
        assertThat(bundle("org.preau.apps.news").getVersion()).hasToString("1.0.0");
        assertThat(bundle("org.preau.apps.news").getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void knowsOverARestartWhatItDeployed() throws IOException {
        drop("x.jar", "org.x", "1.0.0");
        deployer.step();
        Files.move(deploy.resolve("x.jar"), deploy.resolve("moved.jar"));
        long since = bundle("org.x").getLastModified();

        Deployer next = deployer();
        next.step();
        assertThat(bundle("org.x").getLastModified()).isEqualTo(since);

        Files.delete(deploy.resolve("moved.jar"));
        deployer().step();
        assertThat(names()).doesNotContain("org.x");
    }

    @Test
    void refusesAnotherBundleOfThePlatform() throws Exception {
        Path jar = Jars.plugin(home.resolve("lib.jar"), "org.lib", "1.0.0");
        context.installBundle(jar.toUri().toString()).start();
        drop("lib.jar", "org.lib", "2.0.0");
        deployer.step();

        assertThat(bundle("org.lib").getVersion()).hasToString("1.0.0");
        assertThat(deployer.problems()).containsOnlyKeys(deploy.resolve("lib.jar"));
    }

    private Deployer deployer() {
        return new Deployer(
                context,
                new DeployFolder(deploy),
                new DeployedBundles(home.resolve("state")),
                jar -> {},
                Activation.NONE,
                told::add);
    }

    /** Puts a jar there in one move, so that the file is another one each time. */
    private void drop(String file, String name, String version) throws IOException {
        Path fresh = Jars.plugin(home.resolve("fresh"), name, version);
        Files.move(fresh, deploy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return Arrays.stream(context.getBundles()).map(Bundle::getSymbolicName).toList();
    }
}
