package org.preau.api.base;

import java.util.UUID;

/**
 * Makes the portal's identifiers: UUIDs of version 7 (RFC 9562), which sort by time and so keep indexes compact.
 *
 * @since 1.0
 */
public final class Ids {
    private Ids() {}

    /** A new identifier; safe on any thread. */
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | (RandomBytes.nextLong() & 0x0FFFL);
        long low = (RandomBytes.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
