package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.extension.Candidate;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.ExtensionState;
import org.preau.api.extension.Installation;
import org.preau.api.extension.InstalledJar;
import org.preau.api.extension.Signature;

/** Installing, updating with the way back, taking away and bringing back, in a framework as the portal has it. */
class DeployInstallerTest {
    @TempDir
    Path home;

    private final List<Installation.Kind> told = new ArrayList<>();
    private PlainFramework framework;
    private Path deploy;
    private DeployInstaller installer;
    private Deployer deployer;

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
    void runsWhatWasBuiltForAnEarlierMinorVersion() throws IOException {
        assertThat(installer.install(needing("[1.0,2)"), ExtensionSource.UPLOAD).state())
                .isEqualTo(ExtensionState.RUNNING);
    }

    @Test
    void saysWhichApiIsTooOldOrTooNew() throws IOException {
        assertThat(objection(needing("[2.0,3)")))
                .contains("org.preau.api.sample", "built against API 2.0", "this portal has 1.1.0");
        assertThat(objection(needing("[0.5,1)"))).contains("this portal has 1.1.0, which is a later API");
        assertThat(objection(Jars.write(
                        home.resolve("other.jar"),
                        "Bundle-ManifestVersion",
                        "2",
                        "Bundle-SymbolicName",
                        "org.y",
                        "Import-Package",
                        "org.preau.api.nothing;version=\"[1.0,2)\"")))
                .contains("org.preau.api.nothing, which no bundle here has");
        assertThat(framework.bundle("org.x")).isNull();
    }

    @Test
    void refusesAnUnsignedUploadAndAllowsItInTheFolderByDefault() throws IOException {
        installer = installer(FakeSignatureConfig.DEFAULT);
        Path jar = plugin("1.0.0");

        assertThat(installer.examine(jar, ExtensionSource.DEPLOY_FOLDER).objections())
                .isEmpty();
        Candidate candidate = installer.examine(jar, ExtensionSource.UPLOAD);
        assertThat(candidate.objections().get(0).en()).contains("not signed", "unsigned = allow");
        refused(ErrorCode.INVALID_INPUT, () -> installer.install(jar, ExtensionSource.UPLOAD));
        assertThat(files()).isEmpty();
    }

    @Test
    void acceptsAnUploadOfATrustedMakerAndRefusesABrokenOneEverywhere() throws IOException {
        Signers signers = new Signers(home).maker("maker");
        signers.trusting(home.resolve("extensions-trust.p12"), "maker");
        installer = installer(FakeSignatureConfig.DEFAULT);
        Path jar = plugin("1.0.0");
        Jars.change(jar, java.util.Map.of("org/x/A.txt", "one"));
        signers.sign(jar, "maker");

        InstalledJar installed = installer.install(jar, ExtensionSource.UPLOAD);
        assertThat(installed.signature()).isEqualTo(new Signature(Signature.State.TRUSTED, "maker", ""));

        Jars.change(jar, java.util.Map.of("org/x/A.txt", "two"));
        assertThat(installer
                        .examine(jar, ExtensionSource.DEPLOY_FOLDER)
                        .objections()
                        .get(0)
                        .en())
                .contains("broken");
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

    private DeployInstaller installer(SignatureConfig config) {
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

    private String objection(Path jar) {
        return installer
                .examine(jar, ExtensionSource.UPLOAD)
                .objections()
                .get(0)
                .en();
    }

    private static PortalException refused(ErrorCode code, Runnable act) {
        PortalException[] caught = new PortalException[1];
        assertThatThrownBy(act::run).isInstanceOfSatisfying(PortalException.class, refusal -> caught[0] = refusal);
        assertThat(caught[0].code()).isEqualTo(code);
        return caught[0];
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(deploy)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path plugin(String version) throws IOException {
        return Jars.plugin(home.resolve("upload.jar"), "org.x", version);
    }

    private Path failing(String version) throws IOException {
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

    private Path needing(String range) throws IOException {
        return Jars.write(
                home.resolve("needing.jar"),
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.x",
                "Bundle-Version",
                "1.0.0",
                "Import-Package",
                "org.preau.api.sample;version=\"" + range + "\"");
    }
}
