package org.preau.sso.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Codes and tokens: 256 random bits, kept as their SHA-256. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;

    private Secrets() {}

    /** A new one; the prefix lets scanners find it where it should not be. */
    static String fresh(String prefix) {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return prefix + URL.encodeToString(bits);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 in Base64url: a PKCE challenge of its verifier (RFC 7636, 4.2). */
    static String challenge(String verifier) {
        return URL.encodeToString(hash(verifier));
    }

    /** Left half of the SHA-256, in Base64url (OpenID Connect Core, 3.1.3.6). */
    static String half(String token) {
        return URL.encodeToString(java.util.Arrays.copyOf(hash(token), BYTES / 2));
    }

    /** Whether both are the same, in a time that does not tell how much of them. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(hash(one), hash(other));
    }
}
