package org.preau.core.session.device;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a browser is known again by: 256 random bits in a cookie that only sign-in pages get. It proves nothing by itself and opens no session.
 *
 * @param text the bits in URL-safe Base64, 43 characters
 */
public record DeviceToken(String text) {
    /** Name of the cookie. */
    public static final String COOKIE = "preau_device";

    private static final String PATH = "/signin";
    private static final Duration LIFE = Duration.ofDays(365);
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static DeviceToken next() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new DeviceToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** That of the browser, if it has one. */
    public static Optional<DeviceToken> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> FORM.matcher(value).matches())
                .map(DeviceToken::new)
                .findFirst();
    }

    /** Gives it to the browser, for another year. */
    public void set(HttpServletResponse response, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, text);
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) LIFE.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** What the database knows it by for one account. */
    byte[] hash(UUID accountId) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((text + "|" + accountId).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "DeviceToken";
    }
}
