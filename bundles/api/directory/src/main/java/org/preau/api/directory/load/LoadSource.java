package org.preau.api.directory.load;

import java.time.LocalDate;

/**
 * Where a load comes from. Keys of records mean something only within a source's {@code feed} and {@code academy}: the same jointure in two academies is two people.
 *
 * @param feed name of the feed: {@code aaf}
 * @param academy code of the academy: {@code 24}
 * @param complete whether who is absent has left (complete archive) or absence means nothing
 * @param date date of generation
 * @param checksum SHA-256 of the archive, in hexadecimal
 * @param deltas whether a partial load of it changes what a complete one gave, and is refused before one or out of its turn
 * @since 1.0
 */
public record LoadSource(
        String feed, String academy, boolean complete, LocalDate date, String checksum, boolean deltas) {
    /** A source whose partial archives are lists that stand alone, as long as they only add. */
    public LoadSource(String feed, String academy, boolean complete, LocalDate date, String checksum) {
        this(feed, academy, complete, date, checksum, false);
    }
}
