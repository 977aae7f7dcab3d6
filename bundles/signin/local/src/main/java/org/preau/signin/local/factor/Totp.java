package org.preau.signin.local.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Codes of an app (RFC 6238): SHA-1, six digits, half a minute, as every app knows them. The clock of a phone may be one step off. */
final class Totp {
    private static final int SECRET_BYTES = 20;
    private static final int SKEW = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The secret as apps take it. */
    static String text(byte[] secret) {
        return new String(Base32.encode(secret), StandardCharsets.US_ASCII).replace("=", "");
    }

    /** What the QR code says. */
    static String address(String portal, String login, byte[] secret) {
        return "otpauth://totp/" + encoded(portal) + ":" + encoded(login) + "?secret=" + text(secret) + "&issuer="
                + encoded(portal) + "&algorithm=SHA1&digits=6&period=30";
    }

    /**
     * The step whose code was typed, if there is one around now.
     *
     * @param lastUsed the step used last: it and those before count no more
     */
    static OptionalLong stepOf(byte[] secret, String typed, Instant now, long lastUsed) {
        long current = now.getEpochSecond() / 30;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - SKEW; step <= current + SKEW; step++) {
            boolean same = MessageDigest.isEqual(
                    codeAt(secret, step).getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
            if (same && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String codeAt(byte[] secret, long step) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1),
                            Instant.ofEpochSecond(step * 30));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not a secret for codes", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
