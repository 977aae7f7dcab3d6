package org.preau.signin.local.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash (RFC 9106), written as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @param cost what it costs
 * @param salt 16 random bytes
 * @param hash 32 bytes
 */
record Argon2Hash(Cost cost, byte[] salt, byte[] hash) {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /**
     * The cost of a hash.
     *
     * @param memoryKib memory in KiB
     * @param iterations passes over it
     */
    record Cost(int memoryKib, int iterations, int lanes) {}

    static Argon2Hash of(String password, Cost cost, byte[] salt) {
        return new Argon2Hash(cost, salt, compute(password, cost, salt, 32));
    }

    /**
     * Reads a PHC string.
     *
     * @throws IllegalArgumentException if it is not one of ours
     */
    static Argon2Hash read(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an argon2id hash");
        }
        return new Argon2Hash(
                new Cost(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3))),
                Base64.getDecoder().decode(parts.group(4)),
                Base64.getDecoder().decode(parts.group(5)));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, compute(password, cost, salt, hash.length));
    }

    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] compute(String password, Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] out = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
        return out;
    }
}
