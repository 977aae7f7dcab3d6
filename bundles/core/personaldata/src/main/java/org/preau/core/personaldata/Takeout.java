package org.preau.core.personaldata;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An archive of somebody's data that was asked for.
 *
 * @param id identifier
 * @param accountId who asked
 * @param personId whose data they are: his
 * @param state how far it is
 * @param askedAt when he asked
 * @param doneAt when it was ready or failed; null before
 * @param size bytes of the archive
 * @param missing ids of the parts that could not give theirs
 */
record Takeout(
        UUID id,
        UUID accountId,
        UUID personId,
        State state,
        Instant askedAt,
        @Nullable Instant doneAt,
        long size,
        List<String> missing) {
    /** How long the archive can be fetched. */
    static final Duration KEPT = Duration.ofDays(7);

    /** How far an archive is. */
    enum State {
        /** Asked for, being made. */
        ASKED,
        /** Can be fetched. */
        READY,
        /** Could not be made. */
        FAILED
    }

    /** Until when it can be fetched. */
    Instant until() {
        return askedAt.plus(KEPT);
    }

    /** Its name in the file store. */
    String key() {
        return id + ".zip";
    }
}
