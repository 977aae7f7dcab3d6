package org.preau.core.keys.signing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.preau.api.keys.Keys;
import org.preau.api.keys.SigningKeys.SigningKey;
import org.preau.api.persistence.Rows;

/** The table {@code keys.signing_key}. A private key is sealed under its own name: one moved to another row cannot be opened. */
final class SigningTable {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('keys.signing'), hashtext(?))";

    private final Keys keys;

    SigningTable(Keys keys) {
        this.keys = keys;
    }

    /** Has all nodes take turns with that name until the end of the transaction. */
    void lock(Connection connection, String name) throws SQLException {
        Rows.list(connection, LOCK, row -> true, name);
    }

    /** The pairs of that name, the one that signs last first. */
    List<SigningKey> read(Connection connection, String name) throws SQLException {
        return Rows.list(
                connection,
                "select kid, sealed, certificate, signs_from from keys.signing_key where name = ? order by signs_from desc, created_at desc, kid",
                row -> pair(name, row),
                name);
    }

    void add(Connection connection, String name, SigningKey pair, Instant now) throws SQLException {
        try {
            Rows.update(
                    connection,
                    "insert into keys.signing_key (name, kid, sealed, certificate, signs_from, created_at) values (?, ?, ?, ?, ?, ?)",
                    name,
                    pair.kid(),
                    keys.seal(sealing(name), pair.privateKey().getEncoded()),
                    pair.certificate().getEncoded(),
                    pair.signsFrom(),
                    now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget(Connection connection, String name, String kid) throws SQLException {
        Rows.update(connection, "delete from keys.signing_key where name = ? and kid = ?", name, kid);
    }

    /** Names that have pairs. */
    static List<String> names(Connection connection) throws SQLException {
        return Rows.list(
                connection, "select distinct name from keys.signing_key order by name", row -> row.getString(1));
    }

    private SigningKey pair(String name, ResultSet row) throws SQLException {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(row.getBytes("certificate")));
            return new SigningKey(
                    row.getString("kid"),
                    KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                            .generatePrivate(new PKCS8EncodedKeySpec(keys.open(sealing(name), row.getBytes("sealed")))),
                    certificate,
                    Objects.requireNonNull(Rows.instant(row, "signs_from")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing key of " + name + " cannot be read", e);
        }
    }

    private static String sealing(String name) {
        return "signing." + name;
    }
}
