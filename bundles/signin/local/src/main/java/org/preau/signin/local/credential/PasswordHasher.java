package org.preau.signin.local.credential;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.signin.local.LocalCounter;

/** Hashes and verifies passwords, a few at a time, so that many attempts at once take neither the memory nor the processors of the node. Safe on any thread. */
final class PasswordHasher {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2Hash.Cost cost;
    private final Semaphore places;
    private final Duration wait;
    private final Argon2Hash nobody;

    PasswordHasher(Argon2Hash.Cost cost, int atOnce, Duration wait) {
        this.cost = cost;
        this.places = new Semaphore(atOnce, true);
        this.wait = wait;
        this.nobody = new Argon2Hash(cost, salt(), salt());
    }

    /** A new hash of the password. */
    String hash(String password) {
        return inPlace(() -> Argon2Hash.of(normalised(password), cost, salt()).phc());
    }

    /** Whether the password is that of the hash; takes the same time where there is no hash, and is then false. */
    boolean verify(@Nullable String phc, String password) {
        Argon2Hash hash = phc == null ? nobody : Argon2Hash.read(phc);
        boolean matches = inPlace(() -> hash.matches(normalised(password)));
        return matches && phc != null;
    }

    /** Whether a hash was made at another cost than today's. */
    boolean outdated(String phc) {
        return !Argon2Hash.read(phc).cost().equals(cost);
    }

    <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "busy");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
