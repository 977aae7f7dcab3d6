package org.preau.signin.local.factor;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.preau.api.keys.Keys;

/** Codes for who lost his phone or key: ten characters of 25 (46 bits), each good once, kept as keyed hashes. */
final class RecoveryCodes {
    static final int HOW_MANY = 10;
    private static final String CHARACTERS = "BCDFGHJKMNPQRTVWXYZ234679";
    private static final String KEY = "signin.local.recovery";
    private static final int HALF = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keys keys;

    RecoveryCodes(Keys keys) {
        this.keys = keys;
    }

    List<String> make() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            codes.add(characters() + "-" + characters());
        }
        return codes;
    }

    /** Whether it looks like one rather than like an app's code. */
    static boolean looksLike(String typed) {
        return plain(typed).length() == 2 * HALF;
    }

    byte[] hash(UUID accountId, String typed) {
        return keys.hmac(KEY, (accountId + " " + plain(typed)).getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String characters() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < HALF; i++) {
            text.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
