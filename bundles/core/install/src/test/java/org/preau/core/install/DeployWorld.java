package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.Installation;

/** The folder of applications of a home, and a framework that takes them. */
abstract class DeployWorld {
    @TempDir
    Path home;

    final List<Installation.Kind> told = new ArrayList<>();
    PlainFramework framework;
    Path deploy;
    DeployInstaller installer;
    Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        framework = new PlainFramework(home.resolve("cache"));
        framework.exporting(home.resolve("api.jar"), "org.preau.api.sample;version=\"1.1.0\"");
        deploy = Files.createDirectories(home.resolve("deploy"));
        installer = installer(FakeSignatureConfig.LENIENT);
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    DeployInstaller installer(SignatureConfig config) {
        SignaturePolicy policy = new SignaturePolicy(config, home, Clock.systemUTC());
        deployer = new Deployer(
                framework.context(),
                new DeployFolder(deploy),
                new DeployedBundles(home.resolve("state")),
                jar -> {},
                Activation.NONE,
                what -> told.add(what.kind()));
        return new DeployInstaller(
                deployer,
                new InstalledJars(framework.context(), deployer, Activation.NONE, policy),
                policy,
                home.resolve("removed"));
    }

    String objection(Path jar) {
        return installer
                .examine(jar, ExtensionSource.UPLOAD)
                .objections()
                .get(0)
                .en();
    }

    static PortalException refused(ErrorCode code, Runnable act) {
        PortalException[] caught = new PortalException[1];
        assertThatThrownBy(act::run).isInstanceOfSatisfying(PortalException.class, refusal -> caught[0] = refusal);
        assertThat(caught[0].code()).isEqualTo(code);
        return caught[0];
    }

    List<String> files() throws IOException {
        try (var files = Files.list(deploy)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Path plugin(String version) throws IOException {
        return Jars.plugin(home.resolve("upload.jar"), "org.x", version);
    }

    Path failing(String version) throws IOException {
        return Jars.write(
                home.resolve("failing.jar"),
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.x",
                "Bundle-Version",
                version,
                "Bundle-Activator",
                "no.such.Activator");
    }
}
