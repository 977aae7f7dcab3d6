package org.preau.core.connect.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.preau.api.keys.SigningKeys;

/** Pairs in memory; their certificate holds the public key and nothing else. */
public final class FakeSigningKeys implements SigningKeys {
    private final List<SigningKey> rsa = new ArrayList<>(List.of(pair("0000000000000001", rsa())));
    private final List<SigningKey> elliptic = new ArrayList<>(List.of(pair("00000000000000e1", elliptic())));

    @Override
    public SigningKey current(String name) {
        return pairs(name).get(0);
    }

    @Override
    public List<SigningKey> published(String name) {
        return List.copyOf(pairs(name));
    }

    @Override
    public void rotate(String name, Instant signsFrom) {
        if (SigningKeys.elliptic(name)) {
            elliptic.add(0, pair("00000000000000e" + (elliptic.size() + 1), elliptic()));
        } else {
            rsa.add(0, pair("000000000000000" + (rsa.size() + 1), rsa()));
        }
    }

    private List<SigningKey> pairs(String name) {
        return SigningKeys.elliptic(name) ? elliptic : rsa;
    }

    /** A fresh pair. */
    public static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair elliptic() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SigningKey pair(String kid, KeyPair pair) {
        return new SigningKey(kid, pair.getPrivate(), new Bare(pair.getPublic()), Instant.EPOCH);
    }

    private static final class Bare extends X509Certificate {
        private static final long serialVersionUID = 1L;
        private final PublicKey key;

        Bare(PublicKey key) {
            this.key = key;
        }

        @Override
        public PublicKey getPublicKey() {
            return key;
        }

        @Override
        public void checkValidity() {}

        @Override
        public void checkValidity(Date date) {}

        @Override
        public int getVersion() {
            return 3;
        }

        @Override
        public BigInteger getSerialNumber() {
            return BigInteger.ONE;
        }

        @Override
        @SuppressWarnings("deprecation")
        public Principal getIssuerDN() {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("deprecation")
        public Principal getSubjectDN() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Date getNotBefore() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Date getNotAfter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] getTBSCertificate() {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] getSignature() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getSigAlgName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getSigAlgOID() {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] getSigAlgParams() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean[] getIssuerUniqueID() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean[] getSubjectUniqueID() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean[] getKeyUsage() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getBasicConstraints() {
            return -1;
        }

        @Override
        public byte[] getEncoded() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void verify(PublicKey by) {}

        @Override
        public void verify(PublicKey by, String provider) {}

        @Override
        public String toString() {
            return "Bare";
        }

        @Override
        public Set<String> getCriticalExtensionOIDs() {
            return Set.of();
        }

        @Override
        public Set<String> getNonCriticalExtensionOIDs() {
            return Set.of();
        }

        @Override
        public byte[] getExtensionValue(String oid) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasUnsupportedCriticalExtension() {
            return false;
        }
    }
}
