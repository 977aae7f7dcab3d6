package org.preau.signin.local.factor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the browser is asked, as WebAuthn writes it in JSON: bytes are base64url. */
final class PasskeyOptions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIVE_MINUTES = 300_000;

    private PasskeyOptions() {}

    /** To make a passkey. */
    static String create(String host, UUID accountId, String login, byte[] challenge, List<Passkey> present) {
        byte[] user = ByteBuffer.allocate(16)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array();
        return json(Map.of(
                "rp", Map.of("id", host, "name", host),
                "user", Map.of("id", text(user), "name", login, "displayName", login),
                "challenge", text(challenge),
                "pubKeyCredParams",
                        Passkeys.ALGORITHMS.stream()
                                .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                                .toList(),
                "timeout", FIVE_MINUTES,
                "excludeCredentials", named(present),
                "authenticatorSelection", Map.of("residentKey", "preferred", "userVerification", "required"),
                "attestation", "none"));
    }

    /** To use one. */
    static String get(String host, byte[] challenge, List<Passkey> present) {
        return json(Map.of(
                "rpId",
                host,
                "challenge",
                text(challenge),
                "timeout",
                FIVE_MINUTES,
                "allowCredentials",
                named(present),
                "userVerification",
                "required"));
    }

    private static List<Map<String, String>> named(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(one -> Map.of("type", "public-key", "id", one.id()))
                .toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options of a passkey", e);
        }
    }
}
