package org.preau.core.keys.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
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
import org.preau.api.keys.SigningKeys;
import org.preau.api.keys.SigningKeys.SigningKey;

/** Makes pairs, RSA or on the curve P-256, with a certificate signed by itself: of ten years, or until the end of 2030 where an RSA key is shorter than what is asked for afterwards (ADR 0009). Takes up to a second. */
final class MadePair {
    private static final int SHORTEST = 2048;
    /** Shorter keys may not be used after 2030 (ANSSI, RGS annex B1), so none is made in its last year. */
    private static final int LASTING = 3072;

    private static final Instant LONG_ONES_FROM = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant SHORT_ONES_UNTIL = Instant.parse("2030-12-31T00:00:00Z");
    private static final int SERIAL_BITS = 127;
    private static final int KID_DIGITS = 16;
    private static final Duration VALID = Duration.ofDays(3652);
    /** Services whose clock is behind must not find the certificate too young. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private MadePair() {}

    /**
     * A new pair for that name.
     *
     * @param bits how long an RSA key is to be
     */
    static SigningKey of(String name, int bits, Instant now, Instant signsFrom) {
        try {
            KeyPair pair = SigningKeys.elliptic(name) ? elliptic() : rsa(length(bits, now));
            return new SigningKey(kid(pair.getPublic()), pair.getPrivate(), certificate(name, pair, now), signsFrom);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair elliptic() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static int length(int wanted, Instant now) {
        return Math.max(wanted, now.isBefore(LONG_ONES_FROM) ? SHORTEST : LASTING);
    }

    private static Instant end(PublicKey key, Instant now) {
        boolean lasting = !(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() >= LASTING;
        Instant end = now.plus(VALID);
        return lasting || end.isBefore(SHORT_ONES_UNTIL) ? end : SHORT_ONES_UNTIL;
    }

    private static X509Certificate certificate(String name, KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name subject = new X500Name("CN=preau " + name);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(BEFORE)),
                Date.from(end(pair.getPublic(), now)),
                subject,
                pair.getPublic());
        String signature = SigningKeys.elliptic(name) ? "SHA256withECDSA" : "SHA256withRSA";
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
    }

    private static String kid(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return HexFormat.of().formatHex(digest).substring(0, KID_DIGITS);
    }
}
