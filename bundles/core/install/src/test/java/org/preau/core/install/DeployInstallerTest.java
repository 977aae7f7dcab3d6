package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.ExtensionState;
import org.preau.api.extension.Installation;
import org.preau.api.extension.InstalledJar;
import org.preau.api.extension.Signature;

/** Files that come, change and go in the folder. */
class DeployInstallerTest extends DeployWorld {
    @Test
    void installsUpdatesTakesAwayAndBringsBack() throws IOException {
        InstalledJar first = installer.install(plugin("1.0.0"), ExtensionSource.UPLOAD);
        assertThat(first.id()).isEqualTo("org.x");
        assertThat(first.state()).isEqualTo(ExtensionState.RUNNING);
        assertThat(first.signature()).isEqualTo(Signature.NONE);
        assertThat(deploy).isDirectoryContaining("glob:**/org.x.jar");

        assertThat(installer.install(plugin("2.0.0"), ExtensionSource.UPLOAD).version())
                .isEqualTo("2.0.0");
        assertThat(installer.install(plugin("1.5.0"), ExtensionSource.UPLOAD).version())
                .describedAs("somebody who asks for an older version gets it")
                .isEqualTo("1.5.0");

        installer.remove("org.x");
        assertThat(framework.bundle("org.x")).isNull();
        assertThat(files()).isEmpty();
        assertThat(installer.restore("org.x").version()).isEqualTo("1.5.0");
        installer.remove("org.x");
        installer.forget("org.x");
        refused(ErrorCode.NOT_FOUND, () -> installer.restore("org.x"));
        assertThat(told)
                .containsExactly(
                        Installation.Kind.INSTALLED,
                        Installation.Kind.UPDATED,
                        Installation.Kind.UPDATED,
                        Installation.Kind.REMOVED,
                        Installation.Kind.INSTALLED,
                        Installation.Kind.REMOVED);
    }

    /** The probe has the name of what it looks at: the folder, looked into at that moment, once took it for a bundle of the portal and the running one away. */
    @Test
    void leavesWhatRunsAloneWhileItsUpdateIsLookedAt() throws Exception {
        installer.install(plugin("1.0.0"), ExtensionSource.UPLOAD);
        Bundle running = framework.bundle("org.x");
        List<CompletableFuture<Void>> looks = new ArrayList<>();
        framework.context().addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.INSTALLED) {
                CompletableFuture<Void> look = CompletableFuture.runAsync(deployer::step);
                looks.add(look);
                look.completeOnTimeout(null, 300, TimeUnit.MILLISECONDS).join();
            }
        });

        assertThat(installer.examine(plugin("2.0.0"), ExtensionSource.UPLOAD).objections())
                .isEmpty();
        deployer.step();

        assertThat(looks).hasSize(1);
        assertThat(framework.bundle("org.x")).isSameAs(running);
        assertThat(running.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(told).containsExactly(Installation.Kind.INSTALLED);
        assertThat(installer.refused()).isEmpty();
    }

    @Test
    void takesThePlaceOfAFileOfAnotherName() throws IOException {
        Files.copy(plugin("1.0.0"), deploy.resolve("my file.jar"));
        deployer.step();

        installer.install(plugin("2.0.0"), ExtensionSource.UPLOAD);
        assertThat(files()).containsExactly("org.x.jar");
        assertThat(installer.refused()).isEmpty();
    }

    @Test
    void bringsTheVersionBeforeBackWithItsFileWhenTheNewOneCannotStart() throws IOException {
        Files.copy(plugin("1.0.0"), deploy.resolve("mine.jar"));
        deployer.step();

        Path bad = failing("2.0.0");
        PortalException refusal = refused(ErrorCode.CONFLICT, () -> installer.install(bad, ExtensionSource.UPLOAD));
        assertThat(refusal.userMessage(Locale.FRENCH)).contains("2.0.0", "1.0.0", "est revenue", "no.such.Activator");

        Bundle bundle = Objects.requireNonNull(framework.bundle("org.x"));
        assertThat(bundle.getVersion()).hasToString("1.0.0");
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(files()).containsExactly("mine.jar");
        assertThat(told).endsWith(Installation.Kind.RETURNED);
        assertThat(installer.refused()).isEmpty();
    }

    @Test
    void leavesNothingOfANewOneThatCannotStart() throws IOException {
        Path bad = failing("1.0.0");
        refused(ErrorCode.CONFLICT, () -> installer.install(bad, ExtensionSource.UPLOAD));
        assertThat(framework.bundle("org.x")).isNull();
        assertThat(files()).isEmpty();
    }

    @Test
    void takesBackWhatWasInterrupted() throws Exception {
        Files.copy(plugin("1.0.0"), deploy.resolve(".mine.jar.before"));
        installer = installer(FakeSignatureConfig.LENIENT);
        assertThat(files()).containsExactly("mine.jar");
    }

    @Test
    void neverReplacesABundleOfThePortal() throws IOException {
        Path jar = Jars.plugin(home.resolve("core.jar"), "org.preau.core.http", "9.0.0");
        assertThat(objection(jar)).contains("belongs to the portal itself");
        assertThat(objection(Files.writeString(home.resolve("text.jar"), "no jar")))
                .contains("not a jar");
    }
}
