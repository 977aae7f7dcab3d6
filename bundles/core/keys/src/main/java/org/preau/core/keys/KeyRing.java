package org.preau.core.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** All versions of one key, raw, in memory. From each a key for signing and one for sealing are derived: one is never used for both. */
final class KeyRing {
    private static final String ALGORITHM = "HmacSHA256";

    private final TreeMap<Integer, byte[]> versions;
    private final long readNanos;

    KeyRing(TreeMap<Integer, byte[]> versions, long readNanos) {
        this.versions = versions;
        this.readNanos = readNanos;
    }

    /** When it was read, on the clock of {@link System#nanoTime}. */
    long readNanos() {
        return readNanos;
    }

    /** Number of the newest version. */
    int newest() {
        return versions.lastKey();
    }

    /** HMAC under the newest version. */
    byte[] hmac(byte[] data) {
        return mac(derived(versions.lastEntry().getValue(), "hmac"), data);
    }

    /** HMACs under every version. */
    Collection<byte[]> hmacs(byte[] data) {
        return versions.values().stream()
                .map(raw -> mac(derived(raw, "hmac"), data))
                .toList();
    }

    /** The sealing key of a version, null when this ring has no such version. */
    byte @Nullable [] sealing(int version) {
        byte[] raw = versions.get(version);
        return raw == null ? null : derived(raw, "seal");
    }

    private static byte[] derived(byte[] raw, String use) {
        return mac(raw, use.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] mac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
