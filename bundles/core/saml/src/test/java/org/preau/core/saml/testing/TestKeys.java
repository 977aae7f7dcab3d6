package org.preau.core.saml.testing;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.preau.api.keys.Keys;
import org.preau.api.keys.SigningKeys;
import org.preau.api.saml.SamlMessages.Signer;

/** Key pairs that everybody knows: {@code portal}, {@code provider}, {@code service}, {@code stranger} (RSA) and {@code curve} (EC). As {@link Keys}, seals without hiding anything but notices changes. */
public final class TestKeys implements SigningKeys, Keys {
    private static final char[] WORD = "preau-test".toCharArray();
    private static final KeyStore STORE = load();

    /** Key and certificate of that name. */
    public static Signer signer(String name) {
        try {
            return new Signer((PrivateKey) Objects.requireNonNull(STORE.getKey(name, WORD)), (X509Certificate)
                    Objects.requireNonNull(STORE.getCertificate(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate as metadata writes it. */
    public static String base64(String name) {
        try {
            return Base64.getEncoder().encodeToString(signer(name).certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate as a PEM file holds it. */
    public static String pem(String name) {
        return "-----BEGIN CERTIFICATE-----\n" + base64(name) + "\n-----END CERTIFICATE-----\n";
    }

    @Override
    public SigningKey current(String name) {
        Signer portal = signer("portal");
        return new SigningKey("0011223344556677", portal.key(), portal.certificate(), Instant.EPOCH);
    }

    @Override
    public List<SigningKey> published(String name) {
        return List.of(current(name));
    }

    @Override
    public void rotate(String name, Instant signsFrom) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] hmac(String name, byte[] data) {
        byte[] mac = new byte[4];
        java.nio.ByteBuffer.wrap(mac).putInt(Arrays.hashCode(data) ^ name.hashCode());
        return mac;
    }

    @Override
    public boolean verify(String name, byte[] data, byte[] mac) {
        return Arrays.equals(hmac(name, data), mac);
    }

    @Override
    public byte[] seal(String name, byte[] plain) {
        byte[] mac = hmac(name, plain);
        byte[] sealed = Arrays.copyOf(mac, 12 + plain.length);
        System.arraycopy(plain, 0, sealed, 12, plain.length);
        return sealed;
    }

    @Override
    public byte[] open(String name, byte[] sealed) {
        byte[] plain = sealed.length < 12 ? new byte[0] : Arrays.copyOfRange(sealed, 12, sealed.length);
        if (sealed.length < 12 || !verify(name, plain, Arrays.copyOf(sealed, 4))) {
            throw new IllegalArgumentException("not sealed here");
        }
        return plain;
    }

    @Override
    public void rotate(String name) {
        throw new UnsupportedOperationException();
    }

    private static KeyStore load() {
        try (InputStream in = TestKeys.class.getResourceAsStream("keys.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, WORD);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
