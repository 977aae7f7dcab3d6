package org.preau.signin.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that was sent to the provider.
 *
 * @param nonce what the identity token must repeat
 * @param verifier proof of who asked (RFC 7636)
 * @param returnTo where to go at the end
 * @param provedAfter since when the user must have proved himself to the provider; null where any sign-in there will do
 */
record Visit(String nonce, String verifier, String returnTo, @Nullable Instant provedAfter) {
    @Override
    public String toString() {
        return "Visit[" + returnTo + "]";
    }
}
