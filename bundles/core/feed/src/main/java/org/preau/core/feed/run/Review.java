package org.preau.core.feed.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.HeldSchool;

/**
 * The result of a check: all that people look at to decide.
 *
 * @param outcome the verdict; null when the portal failed
 * @param counts records read, by kind as the feed names it
 * @param difference what it changes; null when it was not compared
 * @param schools the same by school and kind, those without any change left out
 * @param samples some records
 * @param held the schools that hold it
 */
public record Review(
        @Nullable FeedOutcome outcome,
        Map<String, Integer> counts,
        Findings findings,
        @Nullable LoadDifference difference,
        List<SchoolDifference> schools,
        List<Sample> samples,
        List<HeldSchool> held) {
    /**
     * A record that changes.
     *
     * @param school UAI
     */
    public record Sample(String school, ChangeSample change) {}

    /** An archive that could not be compared. */
    public static Review without(@Nullable FeedOutcome outcome, Map<String, Integer> counts, Findings findings) {
        return new Review(outcome, counts, findings, null, List.of(), List.of(), List.of());
    }
}
