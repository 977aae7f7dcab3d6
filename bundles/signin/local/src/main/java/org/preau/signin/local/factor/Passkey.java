package org.preau.signin.local.factor;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered passkey: what is needed to check it, nothing secret.
 *
 * @param credentialId how the browser names it
 * @param accountId whose it is
 * @param name what its owner calls it
 * @param credential its public key and origin, in WebAuthn's own form
 * @param signCount how often it signed, as it counts itself; 0 for one that does not count
 * @param backupAble whether it may be copied to other devices of its owner
 * @param backedUp whether it was
 * @param added when it was registered
 * @param used when it was last used
 */
public record Passkey(
        byte[] credentialId,
        UUID accountId,
        String name,
        byte[] credential,
        long signCount,
        boolean backupAble,
        boolean backedUp,
        Instant added,
        @Nullable Instant used) {
    /** The identifier as it goes into a form. */
    public String id() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(credentialId);
    }

    @Override
    public String toString() {
        return "Passkey[" + id() + "]";
    }
}
