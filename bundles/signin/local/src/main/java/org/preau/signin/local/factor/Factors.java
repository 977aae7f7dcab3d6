package org.preau.signin.local.factor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of an account.
 *
 * @param appSince since when an app makes codes for it, null without one
 * @param passkeys its passkeys, the oldest first
 * @param recoveryCodes how many recovery codes are left
 */
public record Factors(@Nullable Instant appSince, List<Passkey> passkeys, int recoveryCodes) {
    /** Keeps its own copy. */
    public Factors {
        passkeys = List.copyOf(passkeys);
    }

    /** Whether there is any. */
    public boolean any() {
        return appSince != null || !passkeys.isEmpty();
    }
}
