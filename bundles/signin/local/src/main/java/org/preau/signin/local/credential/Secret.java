package org.preau.signin.local.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What a sheet shows: a code or a passphrase.
 *
 * @param kind which
 * @param text as it is shown
 */
public record Secret(Kind kind, String text) {
    /** What a secret is good for. */
    public enum Kind {
        /** An adult's activation code: leads to the choice of a password, once. */
        CODE,
        /** A pupil's passphrase: his password. */
        PASSPHRASE
    }

    /** Whether somebody typed this secret: case, accents, spaces and dashes do not matter. In constant time. */
    public boolean typedAs(String typed) {
        return MessageDigest.isEqual(plain(text), plain(typed));
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "Secret " + kind;
    }

    private static byte[] plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
