package org.preau.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed on the way out: Java's own authorities, and those of a file. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /** TLS that believes Java's authorities and those of the PEM file, if one is given. */
    static SSLContext context(@Nullable Path file) throws IOException {
        try {
            if (file == null) {
                return SSLContext.getDefault();
            }
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            int entries = 0;
            for (X509Certificate own : ofJava()) {
                believed.setCertificateEntry("java-" + entries++, own);
            }
            for (Certificate further : of(file)) {
                believed.setCertificateEntry("file-" + entries++, further);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(believed), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("outgoing.trust: " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Collection<? extends Certificate> of(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("outgoing.trust: no certificate in " + file);
            }
            return found;
        }
    }

    private static X509Certificate[] ofJava() throws GeneralSecurityException {
        return Arrays.stream(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
