package org.preau.api.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.LoadDifference;

/**
 * One archive on its way from the door to the directory.
 *
 * @param id identifier
 * @param system name of the feed
 * @param fileName name under which it was handed in
 * @param sha256 checksum in hexadecimal
 * @param bytes size
 * @param received when
 * @param receivedBy account that handed it in, null for the drop folder and the operator
 * @param academy code of the academy, empty until it was read
 * @param mode {@code complete}, {@code delta} or empty until it was read; {@code restore} for an undo
 * @param generated date of generation, null until it was read
 * @param state where it is
 * @param outcome the verdict, null until it was checked
 * @param counts records read, by kind as the feed names it
 * @param difference what it changes or changed; null until it was compared
 * @param warnings how many warnings
 * @param errors how many errors
 * @param progress share of the running step that is done, 0 to 100
 * @param ended when it came to rest, null before
 * @since 1.0
 */
public record FeedRun(
        UUID id,
        String system,
        String fileName,
        String sha256,
        long bytes,
        Instant received,
        @Nullable UUID receivedBy,
        String academy,
        String mode,
        @Nullable LocalDate generated,
        FeedState state,
        @Nullable FeedOutcome outcome,
        Map<String, Integer> counts,
        @Nullable LoadDifference difference,
        int warnings,
        int errors,
        int progress,
        @Nullable Instant ended) {}
