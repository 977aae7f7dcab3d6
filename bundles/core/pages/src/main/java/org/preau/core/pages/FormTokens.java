package org.preau.core.pages;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.base.RandomBytes;
import org.preau.api.keys.Keys;

/**
 * Signed double-submit tokens of forms: a random value in a cookie, its HMAC in the form. Signed by the portal's key, which nodes share; by a key of this start while that cannot be read, so
 * that a form can always be shown. Safe on any thread.
 */
final class FormTokens {
    private static final String KEY = "pages.form";
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final String LOCAL = "l.";
    private static final String SHARED = "s.";

    private final byte[] localKey = RandomBytes.next(32);
    private final Supplier<@Nullable Keys> keys;
    private final Clock clock;
    private volatile Instant askAgain = Instant.MIN;

    /** Tokens by these keys, when they are there. */
    FormTokens(Supplier<@Nullable Keys> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A new value for the cookie. */
    String newCookie() {
        return encode(RandomBytes.next(16));
    }

    /** Whether a cookie's value can be one of ours. */
    static boolean looksRight(@Nullable String cookie) {
        return cookie != null && FORM.matcher(cookie).matches();
    }

    /** The token of a form for the browser that has this cookie. */
    String tokenFor(String cookie) {
        Keys shared = keys.get();
        if (shared != null && clock.instant().isAfter(askAgain)) {
            try {
                return SHARED + encode(shared.hmac(KEY, bytes(cookie)));
            } catch (PortalException e) {
                askAgain = clock.instant().plus(PAUSE);
            }
        }
        return LOCAL + encode(localMac(cookie));
    }

    /** Whether the token was made by the portal for this cookie. */
    boolean matches(String cookie, String token) {
        byte[] mac = decode(token.length() > 2 ? token.substring(2) : "");
        if (mac.length == 0) {
            return false;
        }
        if (token.startsWith(LOCAL)) {
            return MessageDigest.isEqual(mac, localMac(cookie));
        }
        Keys shared = keys.get();
        if (!token.startsWith(SHARED) || shared == null) {
            return false;
        }
        try {
            return shared.verify(KEY, bytes(cookie), mac);
        } catch (PortalException e) {
            return false;
        }
    }

    private byte[] localMac(String cookie) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(localKey, "HmacSHA256"));
            return mac.doFinal(bytes(cookie));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
