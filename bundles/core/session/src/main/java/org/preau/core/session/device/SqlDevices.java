package org.preau.core.session.device;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.persistence.Rows;
import org.preau.api.signin.SignInDevices.Device;

/** The statements on devices, each on the caller's connection. */
public final class SqlDevices {
    private static final int MOST = 30;
    private static final int TOLD_A_DAY = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration UNUSED = Duration.ofDays(400);

    private SqlDevices() {}

    /**
     * A sign-in in a browser.
     *
     * @param id the device
     * @param tell whether its owner is to be told that it is new
     */
    public record Noted(UUID id, boolean tell) {}

    /** Notes a sign-in; a browser that is new to an account with others is noticed. */
    public static Noted note(
            Connection connection, UUID accountId, DeviceToken token, String userAgent, String counter, Instant now)
            throws SQLException {
        byte[] hash = token.hash(accountId);
        Optional<UUID> known = Rows.first(
                connection,
                "update session.device set last_used = ?, counter = ? where account_id = ? and token_hash = ? returning id",
                row -> Rows.uuid(row, "id"),
                now,
                counter,
                accountId,
                hash);
        return known.isPresent()
                ? new Noted(known.get(), false)
                : insert(connection, accountId, hash, BrowserName.of(userAgent), counter, now);
    }

    /** Whether that browser has signed in to the account. */
    public static boolean known(Connection connection, UUID accountId, DeviceToken token) throws SQLException {
        return Rows.count(
                        connection,
                        "select count(*) from session.device where account_id = ? and token_hash = ?",
                        accountId,
                        token.hash(accountId))
                > 0;
    }

    /** The account's devices, the latest used first. */
    public static List<Device> of(Connection connection, UUID accountId) throws SQLException {
        return Rows.list(
                connection,
                "select * from session.device where account_id = ? order by last_used desc, id desc limit ?",
                SqlDevices::device,
                accountId,
                MOST);
    }

    /** Its owner knows it. */
    public static int confirm(Connection connection, UUID accountId, UUID deviceId) throws SQLException {
        return Rows.update(
                connection,
                "update session.device set noticed = null where account_id = ? and id = ?",
                accountId,
                deviceId);
    }

    /** Forgets one of an account. */
    public static int forget(Connection connection, UUID accountId, UUID deviceId) throws SQLException {
        return Rows.update(
                connection, "delete from session.device where account_id = ? and id = ?", accountId, deviceId);
    }

    static int forgetAccounts(Connection connection, List<UUID> accounts) throws SQLException {
        return Rows.update(connection, "delete from session.device where account_id = any (?)", accounts);
    }

    static int forgetUnused(Connection connection, Instant now) throws SQLException {
        return Rows.update(connection, "delete from session.device where last_used < ?", now.minus(UNUSED));
    }

    private static Noted insert(
            Connection connection, UUID accountId, byte[] hash, String name, String counter, Instant now)
            throws SQLException {
        long others = Rows.count(connection, "select count(*) from session.device where account_id = ?", accountId);
        long told = Rows.count(
                connection,
                "select count(*) from session.device where account_id = ? and noticed > ?",
                accountId,
                now.minus(DAY));
        UUID id = Rows.first(
                        connection,
                        """
                insert into session.device (id, account_id, token_hash, name, counter, since, last_used, noticed)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                on conflict (account_id, token_hash) do update set last_used = excluded.last_used
                returning id
                """,
                        row -> Rows.uuid(row, "id"),
                        Ids.next(),
                        accountId,
                        hash,
                        name,
                        counter,
                        now,
                        now,
                        others > 0 ? now : null)
                .orElseThrow();
        if (others >= MOST) {
            Rows.update(
                    connection,
                    """
                    delete from session.device where account_id = ? and id not in (
                        select id from session.device where account_id = ? order by last_used desc, id desc limit ?)
                    """,
                    accountId,
                    accountId,
                    MOST);
        }
        return new Noted(id, others > 0 && told < TOLD_A_DAY);
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                Rows.uuid(row, "id"),
                row.getString("name"),
                row.getString("counter"),
                Objects.requireNonNull(Rows.instant(row, "since")),
                Objects.requireNonNull(Rows.instant(row, "last_used")),
                row.getTimestamp("noticed") != null);
    }
}
