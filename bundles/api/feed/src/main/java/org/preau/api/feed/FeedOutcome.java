package org.preau.api.feed;

/**
 * Verdicts on an archive and the exit status of the commands that show each.
 *
 * @since 1.0
 */
public enum FeedOutcome {
    /** Nothing to say. */
    ACCEPT(0),
    /** Good enough, with warnings. */
    WARN(0),
    /** More people or schools would leave than the thresholds let, or its date lies far in the future: somebody with the grant has to accept. */
    HOLD(3),
    /** Not applied, nothing of it. */
    REJECT(4);

    private final int exitStatus;

    FeedOutcome(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** Exit status of the commands. */
    public int exitStatus() {
        return exitStatus;
    }
}
