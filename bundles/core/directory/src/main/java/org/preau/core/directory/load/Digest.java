package org.preau.core.directory.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A short sum of a record: two records of one sum are the same. The first half of SHA-256. Used by one thread. */
final class Digest {
    private final MessageDigest sum;

    Digest() {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The sum of these values, in their order. */
    UUID of(Object... values) {
        StringBuilder all = new StringBuilder();
        for (Object value : values) {
            all.append(value).append('\0');
        }
        ByteBuffer bytes = ByteBuffer.wrap(sum.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
