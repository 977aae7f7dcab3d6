package org.preau.api.directory.load;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an archive.
 *
 * @param outcome verdict
 * @param counts records read, by kind as the feed names it ({@code Eleve}), in the feed's order
 * @param findings warnings and errors
 * @param difference what it changes or changed; null when it was rejected before it could be compared
 * @param applied whether the directory was changed
 */
public record FeedReport(
        Outcome outcome,
        Map<String, Integer> counts,
        List<LoadFinding> findings,
        @Nullable LoadDifference difference,
        boolean applied) {
    /** Keeps its own copy of the findings. */
    public FeedReport {
        findings = List.copyOf(findings);
    }

    /** The findings of one severity. */
    public List<LoadFinding> findings(LoadFinding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** Verdicts on an archive and the exit status of the command that shows each. */
    public enum Outcome {
        /** Nothing to say. */
        ACCEPT(0),
        /** Good enough, with warnings. */
        WARN(0),
        /** It would remove people or schools: the operator has to confirm. */
        HOLD(3),
        /** Not applied, nothing of it. */
        REJECT(4);

        private final int exitStatus;

        Outcome(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** Exit status of the commands. */
        public int exitStatus() {
            return exitStatus;
        }
    }
}
