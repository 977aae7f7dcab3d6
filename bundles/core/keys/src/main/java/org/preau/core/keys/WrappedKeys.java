package org.preau.core.keys;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.Tx;
import org.preau.api.supervision.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys kept wrapped in the database. Without the right master key every call is refused and the portal is down: making a new one would orphan all that was given out.
 * Another node's rotation is known here within a minute, what it signed meanwhile is recognised at once.
 */
@Component(
        service = {Keys.class, HealthCheck.class},
        immediate = true)
public final class WrappedKeys implements Keys, HealthCheck {
    private static final Logger log = LoggerFactory.getLogger(WrappedKeys.class);
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int RETRY_MILLIS = 1_000;

    private final KeyVault vault;
    private final Map<String, KeyRing> rings = new ConcurrentHashMap<>();
    private final Thread opener = new Thread(this::openMaster, "preau-keys");
    private volatile byte @Nullable [] master;
    private volatile Health health = Health.down("starting");

    /** Reads the master key in the background; the unit must be there, its table is read on connections of its own. */
    @Activate
    public WrappedKeys(
            BundleContext context,
            @Reference(target = "(preau.unit=keys)") Tx unit,
            @Reference Database database,
            @Reference Clock clock) {
        this(new KeyVault(database, new MasterKey(file(context), System.getenv("PREAU_KEY")), clock));
        opener.setDaemon(true);
        opener.start();
    }

    /** Keys of that vault, not read yet. */
    WrappedKeys(KeyVault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] hmac(String name, byte[] data) {
        return ring(name, FRESH_NANOS).hmac(data);
    }

    @Override
    public boolean verify(String name, byte[] data, byte[] mac) {
        return matches(ring(name, FRESH_NANOS), data, mac) || matches(ring(name, SETTLED_NANOS), data, mac);
    }

    @Override
    public byte[] seal(String name, byte[] plain) {
        KeyRing ring = ring(name, FRESH_NANOS);
        byte[] sealed = SealedBytes.seal(sealing(ring, ring.newest()), plain, placeOf(name));
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(ring.newest())
                .put(sealed)
                .array();
    }

    @Override
    public byte[] open(String name, byte[] sealed) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(sealed);
            int version = bytes.getInt();
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            KeyRing ring = ring(name, FRESH_NANOS);
            if (version > ring.newest()) {
                ring = ring(name, SETTLED_NANOS);
            }
            return SealedBytes.open(sealing(ring, version), rest, placeOf(name));
        } catch (GeneralSecurityException | BufferUnderflowException e) {
            throw new PortalException(ErrorCode.INVALID_INPUT, "not sealed with the key " + name, e);
        }
    }

    @Override
    public void rotate(String name) {
        vault.rotate(checkedMaster(), checked(name));
        rings.remove(name);
        log.info("Key {} has a new version", name);
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public Health health() {
        return health;
    }

    /** Ends the reading of the master key, and forgets all keys. */
    @Deactivate
    void stop() {
        opener.interrupt();
        rings.clear();
        master = null;
    }

    /** Reads the master key, with retries while the database is away or the key is refused: an operator may put it back meanwhile. */
    private void openMaster() {
        while (master == null && !Thread.currentThread().isInterrupted()) {
            if (!tryMaster()) {
                pause();
            }
        }
    }

    /** Tries to read the master key; whether it is there now. */
    boolean tryMaster() {
        try {
            master = vault.master();
            health = Health.UP;
            return true;
        } catch (KeyRefusedException e) {
            Health refused = Health.down(String.valueOf(e.getMessage()));
            if (!refused.equals(health)) {
                log.error("No key can be used: {}", e.getMessage());
            }
            health = refused;
        } catch (PortalException e) {
            log.debug("the master key cannot be checked yet", e);
        }
        return false;
    }

    private KeyRing ring(String name, long maximumAge) {
        KeyRing known = rings.get(checked(name));
        if (known != null && System.nanoTime() - known.readNanos() < maximumAge) {
            return known;
        }
        try {
            KeyRing fresh = new KeyRing(vault.versions(checkedMaster(), name), System.nanoTime());
            rings.put(name, fresh);
            return fresh;
        } catch (KeyRefusedException e) {
            throw KeyVault.unavailable(e);
        } catch (PortalException e) {
            if (known != null) {
                return known;
            }
            throw e;
        }
    }

    private byte[] checkedMaster() {
        byte[] known = master;
        if (known == null) {
            throw new PortalException(ErrorCode.UNAVAILABLE, "keys: " + health.detail(), null);
        }
        return known;
    }

    private static String checked(String name) {
        if (!name.matches("[a-z0-9.-]+")) {
            throw new IllegalArgumentException("name of a key: " + name);
        }
        return name;
    }

    private static boolean matches(KeyRing ring, byte[] data, byte[] mac) {
        boolean found = false;
        for (byte[] expected : ring.hmacs(data)) {
            found |= MessageDigest.isEqual(expected, mac);
        }
        return found;
    }

    private static byte[] sealing(KeyRing ring, int version) {
        byte[] key = ring.sealing(version);
        if (key == null) {
            throw new PortalException(ErrorCode.INVALID_INPUT, "no version " + version + " of this key", null);
        }
        return key;
    }

    private static byte[] placeOf(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private static Path file(BundleContext context) {
        String etc = context.getProperty("karaf.etc");
        return Path.of(etc == null ? "etc" : etc).resolve("preau.key");
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
