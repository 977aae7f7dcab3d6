package org.preau.signin.local.factor;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.preau.api.keys.Keys;

/** Seals the secrets of apps, each bound to its account. */
final class FactorSeal {
    private static final String KEY = "signin.local.factor";
    private static final int ID_BYTES = 16;

    private final Keys keys;

    FactorSeal(Keys keys) {
        this.keys = keys;
    }

    byte[] seal(UUID accountId, byte[] secret) {
        return keys.seal(
                KEY,
                ByteBuffer.allocate(ID_BYTES + secret.length)
                        .putLong(accountId.getMostSignificantBits())
                        .putLong(accountId.getLeastSignificantBits())
                        .put(secret)
                        .array());
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException if it was sealed for another account
     */
    byte[] open(UUID accountId, byte[] sealed) {
        ByteBuffer plain = ByteBuffer.wrap(keys.open(KEY, sealed));
        if (!new UUID(plain.getLong(), plain.getLong()).equals(accountId)) {
            throw new IllegalStateException("the secret of account " + accountId + " belongs to another account");
        }
        byte[] secret = new byte[plain.remaining()];
        plain.get(secret);
        return secret;
    }
}
