package org.preau.sso.lti;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.preau.api.base.RandomBytes;

/** Tokens of tools; only their hashes are kept. */
final class Secrets {
    private static final int BYTES = 32;

    private Secrets() {}

    /** A new token. */
    static String fresh() {
        return "lti-" + Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.next(BYTES));
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
