package org.preau.core.audit.export;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;

/** Signs with Ed25519: who receives an export verifies it with the public key alone, which this portal gave him before. Made at first use. */
final class ExportSigner {
    private static final String KEY = "audit.export";
    private static final String ALGORITHM = "Ed25519";
    private static final int LINE = 64;

    private final Tx tx;
    private final Keys keys;

    ExportSigner(Tx tx, Keys keys) {
        this.tx = tx;
        this.keys = keys;
    }

    /** The signature over these bytes and the public key that verifies it. */
    Signed sign(byte[] content) {
        try {
            Pair pair = tx.writeSql(this::pair);
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey(keys.open(KEY, pair.sealed())));
            signature.update(content);
            return new Signed(signature.sign(), pem(pair.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Pair pair(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into audit.signer (public_key, private_key) values (?, ?) on conflict do nothing");
                PreparedStatement select =
                        connection.prepareStatement("select public_key, private_key from audit.signer")) {
            try (ResultSet known = select.executeQuery()) {
                if (known.next()) {
                    return new Pair(known.getBytes(1), known.getBytes(2));
                }
            }
            KeyPair fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            insert.setBytes(1, fresh.getPublic().getEncoded());
            insert.setBytes(2, keys.seal(KEY, fresh.getPrivate().getEncoded()));
            insert.executeUpdate();
            try (ResultSet kept = select.executeQuery()) {
                kept.next();
                return new Pair(kept.getBytes(1), kept.getBytes(2));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String pem(byte[] publicKey) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(publicKey) + "\n-----END PUBLIC KEY-----\n";
    }

    /**
     * A signature.
     *
     * @param signature 64 bytes
     * @param publicKey in PEM
     */
    record Signed(byte[] signature, String publicKey) {}

    private record Pair(byte[] publicKey, byte[] sealed) {}
}
