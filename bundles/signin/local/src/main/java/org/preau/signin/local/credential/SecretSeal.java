package org.preau.signin.local.credential;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.preau.api.keys.Keys;

/** Seals the secrets of sheets, each bound to its account, so that a sheet can be printed again and a stolen table shows nothing. */
final class SecretSeal {
    private static final String KEY = "signin.local";

    private final Keys keys;

    SecretSeal(Keys keys) {
        this.keys = keys;
    }

    byte[] seal(UUID accountId, Secret secret) {
        return keys.seal(KEY, (accountId + " " + secret.text()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException if it was sealed for another account
     */
    Secret open(UUID accountId, Secret.Kind kind, byte[] sealed) {
        String text = new String(keys.open(KEY, sealed), StandardCharsets.UTF_8);
        String owner = accountId + " ";
        if (!text.startsWith(owner)) {
            throw new IllegalStateException("the secret of account " + accountId + " belongs to another account");
        }
        return new Secret(kind, text.substring(owner.length()));
    }
}
