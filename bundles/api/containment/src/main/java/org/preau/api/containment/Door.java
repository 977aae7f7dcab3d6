package org.preau.api.containment;

import java.time.Duration;

/**
 * By which kind of call the portal enters a plugin: how long it may take, and on whose thread.
 *
 * @since 1.0
 */
public enum Door {
    /** A view is made. */
    VIEW(15, true),
    /** A user's act in an open view, under the lock of his session. */
    ACT(30, false),
    /** A contribution to a home page, on a thread that is the plugin's already. */
    CARD(10, false),
    /** An HTTP endpoint answers. */
    ENDPOINT(30, false),
    /** An event is told. */
    EVENT(5, true),
    /** A job runs: as long as it takes. */
    JOB(0, false),
    /** A console command runs: as long as it takes. */
    COMMAND(0, false),
    /** A health check answers. */
    CHECK(3, true),
    /** A category policy decides, inside a transaction. */
    POLICY(10, false),
    /** A sign-on protocol answers a browser. */
    PROTOCOL(30, false),
    /** It tells of itself: the descriptor of an application, the label of a sign-in counter. */
    TELL(3, false);

    private final int seconds;
    private final boolean aside;

    Door(int seconds, boolean aside) {
        this.seconds = seconds;
        this.aside = aside;
    }

    /** How long a call may take; zero: as long as it takes. */
    public Duration limit() {
        return Duration.ofSeconds(seconds);
    }

    /** Whether a call of a deployed plugin runs on a thread of the plugin's own, so that who waits for it can give up. */
    public boolean isAside() {
        return aside;
    }
}
