package org.preau.signin.local.credential;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.preau.api.persistence.Tx;

/**
 * Counts attempts by login and by client address, on all nodes together. An attempt is counted as a failure before it is looked at and taken back when it succeeds, so that many at once gain
 * nothing. A login that nobody has is counted like any other.
 */
final class Attempts {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);

    /** What may be done with an attempt. */
    enum Gate {
        /** Look at it. */
        OPEN,
        /** Look at it; if it fails the login is closed for a while from then on. */
        LAST,
        /** Refuse it as if it were wrong: this login failed too often lately. */
        LOGIN_CLOSED,
        /** Refuse it and say why: this address failed too often lately, whatever the logins. The first one that is. */
        ADDRESS_CLOSING,
        /** The same, since a while. */
        ADDRESS_CLOSED;

        /** Whether the attempt is looked at. */
        boolean open() {
            return this == OPEN || this == LAST;
        }
    }

    private final Tx tx;
    private final Clock clock;
    private final int freeFailures;
    private final int addressFailures;

    Attempts(Tx tx, Clock clock, int freeFailures, int addressFailures) {
        this.tx = tx;
        this.clock = clock;
        this.freeFailures = freeFailures;
        this.addressFailures = addressFailures;
    }

    /** Counts an attempt and says what may be done with it. */
    Gate begin(String login, String client) {
        Instant now = clock.instant();
        return tx.writeSql(connection -> {
            int ofAddress = SqlAttempts.countInWindow(connection, addressKey(client), now, now.minus(ADDRESS_WINDOW));
            if (ofAddress > addressFailures) {
                return ofAddress == addressFailures + 1 ? Gate.ADDRESS_CLOSING : Gate.ADDRESS_CLOSED;
            }
            return countLogin(connection, loginKey(login), now);
        });
    }

    /** Takes an attempt back: it succeeded. */
    void succeeded(String login, String client) {
        tx.writeSql(connection -> {
            SqlAttempts.takeBack(connection, addressKey(client));
            SqlAttempts.delete(connection, loginKey(login));
            return true;
        });
    }

    /** Takes an attempt back: it could not be looked at. A login that was closed stays closed. */
    void notLookedAt(String login, String client, Gate gate) {
        tx.writeSql(connection -> {
            SqlAttempts.takeBack(connection, addressKey(client));
            if (gate.open()) {
                SqlAttempts.takeBack(connection, loginKey(login));
            }
            return true;
        });
    }

    /** Forgets what is too old to matter; returns how much. */
    int forget() {
        return tx.writeSql(
                connection -> SqlAttempts.forget(connection, clock.instant().minus(FORGOTTEN)));
    }

    /** How long a login is closed after so many failures. */
    Duration delayAfter(int failures) {
        if (failures <= freeFailures) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - freeFailures - 1, 20);
        Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private Gate countLogin(Connection connection, String key, Instant now) throws SQLException {
        SqlAttempts.Row row = SqlAttempts.lock(connection, key, now);
        if (row.until() != null && now.isBefore(row.until())) {
            return Gate.LOGIN_CLOSED;
        }
        int failures = row.last().isBefore(now.minus(FORGOTTEN)) ? 1 : row.failures() + 1;
        Duration delay = delayAfter(failures);
        SqlAttempts.update(connection, key, failures, now, delay.isZero() ? null : now.plus(delay));
        return delay.isZero() ? Gate.OPEN : Gate.LAST;
    }

    private static String loginKey(String login) {
        return "login:" + hash(login.strip().toLowerCase(Locale.ROOT));
    }

    /** An IPv6 client has a whole network of 64 bits to itself: it counts as one. */
    private static String addressKey(String client) {
        return "address:" + hash(client.contains(":") ? network(client) : client);
    }

    private static String network(String client) {
        try {
            return HexFormat.of().formatHex(InetAddress.getByName(client).getAddress(), 0, 8);
        } catch (UnknownHostException | IndexOutOfBoundsException e) {
            return client;
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
