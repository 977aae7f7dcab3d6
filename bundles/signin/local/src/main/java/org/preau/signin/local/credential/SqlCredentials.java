package org.preau.signin.local.credential;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements on credentials. */
final class SqlCredentials {
    private final SecretSeal seal;

    SqlCredentials(SecretSeal seal) {
        this.seal = seal;
    }

    Credential of(Connection connection, UUID accountId) throws SQLException {
        Map<UUID, Credential> found = of(connection, java.util.List.of(accountId));
        return found.getOrDefault(accountId, Credential.NONE);
    }

    Map<UUID, Credential> of(Connection connection, Collection<UUID> accountIds) throws SQLException {
        Map<UUID, Credential> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select account_id, hash, secret_kind, sealed from signin_local.credential where account_id = any (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", accountIds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    found.put(id, new Credential(rows.getString(2), secret(id, rows.getString(3), rows.getBytes(4))));
                }
            }
        }
        return found;
    }

    /** Keeps a password; codes and passphrases count no more. */
    void setHash(Connection connection, UUID accountId, String hash, Instant now) throws SQLException {
        put(connection, accountId, hash, null, now);
    }

    /** Keeps a secret; a password counts no more. */
    void setSecret(Connection connection, UUID accountId, Secret secret, Instant now) throws SQLException {
        put(connection, accountId, null, secret, now);
    }

    /** Keeps the secrets of accounts that have no credential at all; the others are left as they are. */
    void addSecrets(Connection connection, Map<UUID, Secret> secrets, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into signin_local.credential (account_id, secret_kind, sealed, changed) values (?, ?, ?, ?)
                on conflict (account_id) do nothing
                """)) {
            for (Map.Entry<UUID, Secret> entry : secrets.entrySet()) {
                insert.setObject(1, entry.getKey());
                insert.setString(2, entry.getValue().kind().name());
                insert.setBytes(3, seal.seal(entry.getKey(), entry.getValue()));
                insert.setObject(4, time(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void put(Connection connection, UUID accountId, @Nullable String hash, @Nullable Secret secret, Instant now)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                """
                insert into signin_local.credential (account_id, hash, secret_kind, sealed, changed)
                values (?, ?, ?, ?, ?)
                on conflict (account_id) do update set hash = excluded.hash, secret_kind = excluded.secret_kind,
                    sealed = excluded.sealed, changed = excluded.changed
                """)) {
            upsert.setObject(1, accountId);
            upsert.setString(2, hash);
            upsert.setString(3, secret == null ? null : secret.kind().name());
            upsert.setBytes(4, secret == null ? null : seal.seal(accountId, secret));
            upsert.setObject(5, time(now));
            upsert.executeUpdate();
        }
    }

    private Optional<Secret> secret(UUID accountId, @Nullable String kind, byte @Nullable [] sealed) {
        return kind == null || sealed == null
                ? Optional.empty()
                : Optional.of(seal.open(accountId, Secret.Kind.valueOf(kind), sealed));
    }
}
