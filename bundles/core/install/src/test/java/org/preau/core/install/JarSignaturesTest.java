package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.extension.Signature;

/** Jars signed by the JDK's jarsigner, then tampered with. */
class JarSignaturesTest {
    @TempDir
    static Path keys;

    private static Signers signers;
    private static TrustStore trust;

    @TempDir
    Path folder;

    private Path jar;

    @BeforeAll
    static void makers() {
        signers = new Signers(keys)
                .maker("maker")
                .maker("stranger")
                .authority("authority")
                .certify("authority", "certified", "codeSigning")
                .certify("authority", "website", "serverAuth");
        trust = TrustStore.read(signers.trusting(keys.resolve("trust.p12"), "maker", "authority"), "changeit");
    }

    @BeforeEach
    void jar() throws IOException {
        jar = Jars.plugin(folder.resolve("x.jar"), "org.x", "1.0.0");
        Jars.change(jar, Map.of("org/x/A.txt", "one", "org/x/B.txt", "two"));
    }

    @Test
    void trustsWhomTheOperatorTrusts() {
        signers.sign(jar, "maker");
        assertThat(verdict()).isEqualTo(new Signature(Signature.State.TRUSTED, "maker", ""));
    }

    @Test
    void trustsWhomATrustedAuthorityCertifiesToSignCode() throws IOException {
        signers.sign(jar, "certified");
        assertThat(verdict().state()).isEqualTo(Signature.State.TRUSTED);

        jar();
        signers.sign(jar, "website");
        assertThat(verdict().state()).isEqualTo(Signature.State.UNKNOWN);
        assertThat(verdict().detail()).contains("not one for signing code");
    }

    @Test
    void doesNotTrustAStrangerNorAnExpiredCertificate() throws IOException {
        signers.sign(jar, "stranger");
        assertThat(verdict().state()).isEqualTo(Signature.State.UNKNOWN);
        assertThat(verdict().signer()).isEqualTo("stranger");

        jar();
        signers.sign(jar, "maker");
        Date later = Date.from(Instant.now().plus(Duration.ofDays(400)));
        assertThat(JarSignatures.of(jar, trust, later).state()).isEqualTo(Signature.State.UNKNOWN);
    }

    @Test
    void trustsNobodyWithoutATrustStore() {
        signers.sign(jar, "maker");
        TrustStore none = TrustStore.read(folder.resolve("none.p12"), "changeit");
        Signature verdict = JarSignatures.of(jar, none, new Date());
        assertThat(verdict.state()).isEqualTo(Signature.State.UNKNOWN);
        assertThat(verdict.detail()).contains("none.p12");
    }

    @Test
    void seesThatNothingIsSigned() {
        assertThat(verdict()).isEqualTo(Signature.NONE);
    }

    @Test
    void seesAFileThatWasChangedAddedOrTakenAwayAfterSigning() throws IOException {
        signers.sign(jar, "maker");
        byte[] signed = Files.readAllBytes(jar);

        Jars.change(jar, Map.of("org/x/A.txt", "ONE"));
        assertThat(verdict().state()).isEqualTo(Signature.State.BROKEN);

        Files.write(jar, signed);
        Jars.change(jar, Map.of("org/x/C.txt", "three"));
        assertThat(verdict()).isEqualTo(new Signature(Signature.State.BROKEN, "", "org/x/C.txt is not signed"));

        Files.write(jar, signed);
        Jars.change(jar, Map.of("org/x/B.txt", ""));
        assertThat(verdict().detail()).contains("org/x/B.txt was signed and is missing");
    }

    @Test
    void seesThatTheManifestWasChanged() throws IOException {
        signers.sign(jar, "maker");
        String manifest = new String(Jars.entry(jar, "META-INF/MANIFEST.MF"), StandardCharsets.UTF_8);
        Jars.change(jar, Map.of("META-INF/MANIFEST.MF", manifest.replace("1.0.0", "6.6.6")));
        assertThat(verdict().state()).isEqualTo(Signature.State.BROKEN);
    }

    private Signature verdict() {
        return JarSignatures.of(jar, trust, new Date());
    }
}
