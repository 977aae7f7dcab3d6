package org.preau.core.keys.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.preau.api.keys.SigningKeys.SigningKey;

/** Makes pairs: RSA 3072, with a certificate of ten years signed by itself. Takes about a second. */
final class MadePair {
    private static final int BITS = 3072;
    private static final int SERIAL_BITS = 127;
    private static final int KID_DIGITS = 16;
    private static final Duration VALID = Duration.ofDays(3652);
    /** Services whose clock is behind must not find the certificate too young. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private MadePair() {}

    /** A new pair for that name. */
    static SigningKey of(String name, Instant now, Instant signsFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(kid(pair.getPublic()), pair.getPrivate(), certificate(name, pair, now), signsFrom);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(String name, KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name subject = new X500Name("CN=preau " + name);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(VALID)),
                subject,
                pair.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    private static String kid(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return HexFormat.of().formatHex(digest).substring(0, KID_DIGITS);
    }
}
