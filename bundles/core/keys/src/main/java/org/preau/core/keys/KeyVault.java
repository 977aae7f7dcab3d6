package org.preau.core.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Database;

/**
 * Raw keys out of the database. Works on connections of its own, never in the caller's transaction: a key somebody already used must not vanish with a rollback.
 */
final class KeyVault {
    private static final String CHECK = "master.check";

    private final Database database;
    private final MasterKey place;
    private final Clock clock;

    KeyVault(Database database, MasterKey place, Clock clock) {
        this.database = database;
        this.place = place;
        this.clock = clock;
    }

    /**
     * The master key. Made when there is none and the database holds no key either: the very first start.
     *
     * @throws KeyRefusedException when it is missing, or another one
     */
    byte[] master() throws KeyRefusedException {
        try (Connection connection = database.dedicated()) {
            connection.setAutoCommit(false);
            KeyTable.lock(connection);
            byte[] master = KeyTable.isEmpty(connection) ? first(connection) : known(connection);
            connection.commit();
            return master;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** All versions of a key by number; the first is made when there is none. */
    TreeMap<Integer, byte[]> versions(byte[] master, String name) throws KeyRefusedException {
        try (Connection connection = database.dedicated()) {
            Map<Integer, byte[]> wrapped = KeyTable.versions(connection, name);
            if (wrapped.isEmpty()) {
                add(connection, master, name, 1);
                wrapped = KeyTable.versions(connection, name);
            }
            return unwrapped(master, name, wrapped);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Adds a version to a key. */
    void rotate(byte[] master, String name) {
        try (Connection connection = database.dedicated()) {
            TreeMap<Integer, byte[]> versions = KeyTable.versions(connection, name);
            add(connection, master, name, versions.isEmpty() ? 1 : versions.lastKey() + 1);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** The failure while the database is away. */
    static PortalException unavailable(Throwable cause) {
        return new PortalException(ErrorCode.UNAVAILABLE, "the keys cannot be read", cause);
    }

    private byte[] first(Connection connection) throws SQLException, KeyRefusedException {
        try {
            byte[] master = place.read().orElse(null);
            if (master == null) {
                master = place.make();
            }
            add(connection, master, CHECK, 1);
            return master;
        } catch (IOException e) {
            throw new KeyRefusedException("the master key cannot be read or made: " + e.getMessage(), e);
        }
    }

    private byte[] known(Connection connection) throws SQLException, KeyRefusedException {
        try {
            byte[] master = place.read()
                    .orElseThrow(() -> new KeyRefusedException(
                            "the master key is missing: the database holds keys wrapped with it; put it back ("
                                    + place.place() + "), no new one is made"));
            unwrapped(master, CHECK, KeyTable.versions(connection, CHECK));
            return master;
        } catch (IOException e) {
            throw new KeyRefusedException("the master key cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(Connection connection, byte[] master, String name, int version) throws SQLException {
        byte[] wrapped = SealedBytes.seal(master, SealedBytes.random(MasterKey.BYTES), placeOf(name, version));
        KeyTable.add(connection, name, version, wrapped, clock.instant());
    }

    private static TreeMap<Integer, byte[]> unwrapped(byte[] master, String name, Map<Integer, byte[]> wrapped)
            throws KeyRefusedException {
        TreeMap<Integer, byte[]> raw = new TreeMap<>();
        for (Map.Entry<Integer, byte[]> version : wrapped.entrySet()) {
            try {
                raw.put(
                        version.getKey(),
                        SealedBytes.open(master, version.getValue(), placeOf(name, version.getKey())));
            } catch (GeneralSecurityException e) {
                throw new KeyRefusedException(
                        "the master key is not the one the keys in the database were wrapped with", e);
            }
        }
        return raw;
    }

    private static byte[] placeOf(String name, int version) {
        return (name + "/" + version).getBytes(StandardCharsets.UTF_8);
    }
}
