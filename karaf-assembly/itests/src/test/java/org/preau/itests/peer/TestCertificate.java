package org.preau.itests.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.preau.driver.Portal;

/** A key and a certificate of its own for localhost and 127.0.0.1, made by openssl for one test. */
public record TestCertificate(Path certificate, Path key) {
    /** Makes {@code name.pem} and {@code name.key} in that folder. */
    public static TestCertificate in(Path folder, String name) {
        TestCertificate made = new TestCertificate(folder.resolve(name + ".pem"), folder.resolve(name + ".key"));
        Portal.Result result = Portal.run(
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1",
                        "-keyout",
                        made.key.toString(),
                        "-out",
                        made.certificate.toString()),
                Map.of());
        if (result.status() != 0) {
            throw new AssertionError("no certificate: " + result);
        }
        made.key.toFile().setReadable(true, false);
        return made;
    }

    /** The same in another folder. */
    TestCertificate copiedTo(Path folder, String name) {
        try {
            return new TestCertificate(
                    Files.copy(certificate, folder.resolve(name + ".pem")),
                    Files.copy(key, folder.resolve(name + ".key")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The certificate as metadata carry it. */
    public String base64() {
        try {
            return Files.readString(certificate).replaceAll("-----[^-]*-----|\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TLS that trusts this certificate and no other. */
    public SSLContext trusting() {
        try (InputStream pem = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("the test's certificate cannot be trusted", e);
        }
    }
}
