package org.preau.feeds.aaf;

/**
 * What an archive may not exceed.
 *
 * @param files files in it
 * @param bytes bytes of all files together, unpacked
 * @param ratio unpacked bytes for one packed byte, beyond a first stretch
 */
record ArchiveLimits(int files, long bytes, int ratio) {
    private static final long FREE_OF_RATIO = 64L << 20;

    /** Enough for the largest academy, ten times over. */
    static final ArchiveLimits NORMAL = new ArchiveLimits(5_000, 40L << 30, 300);

    /** How many bytes an archive of that size may unpack to. */
    long unpacked(long packed) {
        return Math.min(bytes, FREE_OF_RATIO + packed * ratio);
    }
}
