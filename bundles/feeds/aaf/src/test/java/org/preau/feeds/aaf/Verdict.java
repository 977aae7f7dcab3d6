package org.preau.feeds.aaf;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.feed.FeedOutcome;

/** What the small pipeline of the tests says of an archive. */
record Verdict(
        FeedOutcome outcome,
        Map<String, Integer> counts,
        List<LoadFinding> findings,
        @Nullable LoadDifference changes,
        boolean applied) {
    LoadDifference difference() {
        LoadDifference known = changes;
        if (known == null) {
            throw new AssertionError("was not compared: " + findings);
        }
        return known;
    }

    List<LoadFinding> errors() {
        return findings.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }

    List<String> codes() {
        return findings.stream().map(LoadFinding::code).toList();
    }

    List<String> records(String code) {
        return findings.stream()
                .filter(each -> each.code().equals(code))
                .map(LoadFinding::record)
                .toList();
    }
}
