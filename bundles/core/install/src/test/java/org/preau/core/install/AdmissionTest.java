package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.extension.Candidate;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.ExtensionState;
import org.preau.api.extension.InstalledJar;
import org.preau.api.extension.Signature;

/** What is let in: made for this portal, and by whom. */
class AdmissionTest extends DeployWorld {
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
