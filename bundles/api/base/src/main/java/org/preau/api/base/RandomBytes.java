package org.preau.api.base;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Unpredictable bytes for tokens, nonces and identifiers. Each thread draws some ahead: the system's generator locks, and hundreds of requests a second would queue for it. Safe on any thread.
 *
 * @since 1.0
 */
public final class RandomBytes {
    private static final int AHEAD = 1024;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<ByteBuffer> DRAWN =
            ThreadLocal.withInitial(() -> ByteBuffer.allocate(AHEAD).limit(0));

    private RandomBytes() {}

    /** So many bytes, never given to anybody else. */
    public static byte[] next(int count) {
        byte[] bytes = new byte[count];
        if (count > AHEAD) {
            RANDOM.nextBytes(bytes);
        } else {
            ByteBuffer drawn = drawn(count);
            int from = drawn.position();
            drawn.get(bytes);
            java.util.Arrays.fill(drawn.array(), from, drawn.position(), (byte) 0);
        }
        return bytes;
    }

    static long nextLong() {
        return drawn(Long.BYTES).getLong();
    }

    private static ByteBuffer drawn(int count) {
        ByteBuffer drawn = DRAWN.get();
        if (drawn.remaining() < count) {
            drawn.clear();
            RANDOM.nextBytes(drawn.array());
        }
        return drawn;
    }
}
