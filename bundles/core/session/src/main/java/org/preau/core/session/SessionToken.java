package org.preau.core.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the browser holds: 256 random bits. The portal keeps their SHA-256 only.
 *
 * @param text the bits in URL-safe Base64, 43 characters
 */
record SessionToken(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new token. */
    static SessionToken next() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The token a browser sent, if it can be one. */
    static Optional<SessionToken> read(@Nullable String sent) {
        return sent != null && FORM.matcher(sent).matches() ? Optional.of(new SessionToken(sent)) : Optional.empty();
    }

    /** What the database knows it by. */
    TokenHash hash() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return new TokenHash(
                    HexFormat.of().formatHex(sha.digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "SessionToken";
    }

    /**
     * Hash of a token.
     *
     * @param hex in hexadecimal
     */
    record TokenHash(String hex) {
        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }
}
