package org.preau.core.logging;

/** How many lines one bundle may still write: a stock that refills by the minute. Safe on any thread. */
final class Budget {
    private static final double MINUTE = 60_000;

    private final int perMinute;
    private final int most;
    private double left;
    private long countedAt;
    private long leftOut;

    /**
     * A full stock.
     *
     * @param perMinute lines that come back in a minute
     * @param most lines in the stock at most
     * @param now milliseconds since 1970
     */
    Budget(int perMinute, int most, long now) {
        this.perMinute = perMinute;
        this.most = most;
        this.left = most;
        this.countedAt = now;
    }

    /** What became of a line. */
    enum Outcome {
        /** It is written. */
        WRITTEN,
        /** It is left out, the first since the last count was taken. */
        FIRST_LEFT_OUT,
        /** It is left out, as others before it. */
        LEFT_OUT
    }

    /** Takes the price of a line: one that costs more than the whole stock needs the whole stock. */
    synchronized Outcome take(int price, long now) {
        long passed = Math.max(0, now - countedAt);
        left = Math.min(most, left + perMinute * passed / MINUTE);
        countedAt = Math.max(countedAt, now);
        int cost = Math.min(price, most);
        if (left >= cost) {
            left -= cost;
            return Outcome.WRITTEN;
        }
        return leftOut++ == 0 ? Outcome.FIRST_LEFT_OUT : Outcome.LEFT_OUT;
    }

    /** How many lines were left out since this was asked last. */
    synchronized long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }
}
