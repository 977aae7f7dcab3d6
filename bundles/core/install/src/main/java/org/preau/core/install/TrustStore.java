package org.preau.core.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificates of whom the operator trusts to make extensions: makers themselves, or authorities that certify them. Nothing is asked of an authority about revocation: who is trusted
 * no more is taken out of the store.
 *
 * @param anchors the certificates
 * @param problem why there are none; empty when there are
 */
record TrustStore(Set<X509Certificate> anchors, String problem) {
    private static final Set<String> SIGNS_CODE = Set.of("1.3.6.1.5.5.7.3.3", "2.5.29.37.0");

    /** Reads a PKCS#12 file. */
    static TrustStore read(Path file, String password) {
        if (!Files.isReadable(file)) {
            return new TrustStore(Set.of(), "there is no trust store " + file.getFileName());
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            Set<X509Certificate> anchors = new HashSet<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    anchors.add(certificate);
                }
            }
            return new TrustStore(Set.copyOf(anchors), anchors.isEmpty() ? "the trust store is empty" : "");
        } catch (IOException | GeneralSecurityException e) {
            return new TrustStore(
                    Set.of(), "the trust store " + file.getFileName() + " cannot be read: " + e.getMessage());
        }
    }

    /** What speaks against a signer at that moment; empty when he is trusted. */
    String objection(CertPath path, Date now) {
        if (anchors.isEmpty()) {
            return problem;
        }
        try {
            validate(path.getCertificates(), now);
            return "";
        } catch (GeneralSecurityException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void validate(List<? extends Certificate> chain, Date now) throws GeneralSecurityException {
        X509Certificate signer = (X509Certificate) chain.get(0);
        signer.checkValidity(now);
        int known = 0;
        while (known < chain.size() && !anchors.contains(chain.get(known))) {
            known++;
        }
        if (known == 0) {
            return;
        }
        List<String> uses = signer.getExtendedKeyUsage();
        if (uses != null && uses.stream().noneMatch(SIGNS_CODE::contains)) {
            throw new GeneralSecurityException("the certificate is not one for signing code");
        }
        PKIXParameters parameters = new PKIXParameters(
                anchors.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false);
        parameters.setDate(now);
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, known));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
