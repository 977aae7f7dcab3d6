package org.preau.signin.local.factor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.Rows;

/** The statements on factors. */
final class SqlFactors {
    private final FactorSeal seal;

    SqlFactors(FactorSeal seal) {
        this.seal = seal;
    }

    Factors of(Connection connection, UUID accountId) throws SQLException {
        Instant app = Rows.first(
                        connection,
                        "select added from signin_local.totp where account_id = ?",
                        row -> row.getTimestamp(1).toInstant(),
                        accountId)
                .orElse(null);
        List<Passkey> passkeys = Rows.list(
                connection,
                "select credential_id, account_id, name, credential, sign_count, backup_able, backed_up, added, used"
                        + " from signin_local.passkey where account_id = ? order by added limit 20",
                SqlFactors::passkey,
                accountId);
        long codes = Rows.count(
                connection, "select count(*) from signin_local.recovery_code where account_id = ?", accountId);
        return new Factors(app, passkeys, (int) codes);
    }

    void setApp(Connection connection, UUID accountId, byte[] secret, long used, Instant now) throws SQLException {
        Rows.update(
                connection,
                """
                insert into signin_local.totp (account_id, sealed, last_used, added) values (?, ?, ?, ?)
                on conflict (account_id) do update set sealed = excluded.sealed, last_used = excluded.last_used,
                    added = excluded.added
                """,
                accountId,
                seal.seal(accountId, secret),
                used,
                now);
    }

    /** Whether the code is one of the app's, not used yet; uses it up. */
    boolean useCode(Connection connection, UUID accountId, String typed, Instant now) throws SQLException {
        record Kept(byte[] secret, long lastUsed) {}
        Optional<Kept> kept = Rows.first(
                connection,
                "select sealed, last_used from signin_local.totp where account_id = ? for update",
                row -> new Kept(seal.open(accountId, row.getBytes(1)), row.getLong(2)),
                accountId);
        if (kept.isEmpty()) {
            return false;
        }
        OptionalLong step =
                Totp.stepOf(kept.get().secret(), typed, now, kept.get().lastUsed());
        return step.isPresent()
                && Rows.update(
                                connection,
                                "update signin_local.totp set last_used = ? where account_id = ?",
                                step.getAsLong(),
                                accountId)
                        == 1;
    }

    boolean useRecovery(Connection connection, UUID accountId, byte[] hash) throws SQLException {
        return Rows.update(
                        connection,
                        "delete from signin_local.recovery_code where account_id = ? and hash = ?",
                        accountId,
                        hash)
                == 1;
    }

    void setRecovery(Connection connection, UUID accountId, List<byte[]> hashes) throws SQLException {
        Rows.update(connection, "delete from signin_local.recovery_code where account_id = ?", accountId);
        Rows.batch(
                connection,
                "insert into signin_local.recovery_code (account_id, hash) values (?, ?)",
                hashes.stream()
                        .map(hash -> new @Nullable Object[] {accountId, hash})
                        .toList());
    }

    void addPasskey(Connection connection, Passkey passkey) throws SQLException {
        Rows.update(
                connection,
                "insert into signin_local.passkey (credential_id, account_id, name, credential, sign_count, backup_able, backed_up, added)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                passkey.credentialId(),
                passkey.accountId(),
                passkey.name(),
                passkey.credential(),
                passkey.signCount(),
                passkey.backupAble(),
                passkey.backedUp(),
                passkey.added());
    }

    /** Notes a use; no when the passkey was used meanwhile with the same count or a higher one. */
    boolean usedPasskey(Connection connection, Passkey before, long signCount, boolean backedUp, Instant now)
            throws SQLException {
        return Rows.update(
                        connection,
                        "update signin_local.passkey set sign_count = ?, backed_up = ?, used = ?"
                                + " where credential_id = ? and (sign_count < ? or (sign_count = 0 and ? = 0))",
                        signCount,
                        backedUp,
                        now,
                        before.credentialId(),
                        signCount,
                        signCount)
                == 1;
    }

    boolean removeApp(Connection connection, UUID accountId) throws SQLException {
        return Rows.update(connection, "delete from signin_local.totp where account_id = ?", accountId) == 1;
    }

    boolean removePasskey(Connection connection, UUID accountId, byte[] credentialId) throws SQLException {
        return Rows.update(
                        connection,
                        "delete from signin_local.passkey where account_id = ? and credential_id = ?",
                        accountId,
                        credentialId)
                == 1;
    }

    /** Takes all of them away; gives how many factors there were. */
    int removeAll(Connection connection, UUID accountId) throws SQLException {
        Rows.update(connection, "delete from signin_local.recovery_code where account_id = ?", accountId);
        Rows.update(connection, "delete from signin_local.step where account_id = ?", accountId);
        return Rows.update(connection, "delete from signin_local.totp where account_id = ?", accountId)
                + Rows.update(connection, "delete from signin_local.passkey where account_id = ?", accountId);
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getBytes("credential_id"),
                Rows.uuid(row, "account_id"),
                row.getString("name"),
                row.getBytes("credential"),
                row.getLong("sign_count"),
                row.getBoolean("backup_able"),
                row.getBoolean("backed_up"),
                row.getTimestamp("added").toInstant(),
                Rows.instant(row, "used"));
    }
}
