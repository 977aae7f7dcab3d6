package org.preau.api.keys;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The portal's keys, in the database, wrapped by the master key ({@code DIR/etc/preau.key} or environment). A key is made at first use; raw keys never leave.
 *
 * <p>Keys rotate: the newest version signs, older ones still verify.
 *
 * @since 1.0
 */
@ProviderType
public interface Keys {
    /**
     * HMAC-SHA-256 of {@code data} under the newest version of the key {@code name} ({@code [a-z0-9.-]+}).
     *
     * @throws org.preau.api.base.PortalException {@code UNAVAILABLE} while the key cannot be read
     */
    byte[] hmac(String name, byte[] data);

    /** Whether {@code mac} is the HMAC of {@code data} under any kept version of the key; in constant time. */
    boolean verify(String name, byte[] data, byte[] mac);

    /** Encrypts a small secret (AES-256-GCM) for keeping in the database; the result tells the version of the key. */
    byte[] seal(String name, byte[] plain);

    /** Decrypts what {@link #seal} made. */
    byte[] open(String name, byte[] sealed);

    /** Makes a new version of the key, used from now on; what older versions made stays valid. */
    void rotate(String name);
}
