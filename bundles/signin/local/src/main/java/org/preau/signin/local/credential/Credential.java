package org.preau.signin.local.credential;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account can prove itself by.
 *
 * @param hash hash of the password chosen or given; null where there is none
 * @param secret code or passphrase of its sheet, if it still counts
 */
record Credential(@Nullable String hash, Optional<Secret> secret) {
    static final Credential NONE = new Credential(null, Optional.empty());
}
