package org.preau.api.authorisation;

/** Whether a grant holds today. */
public enum GrantState {
    /** It holds. */
    RUNNING,
    /** Its last day passed. */
    EXPIRED,
    /** Somebody ended it. */
    REMOVED
}
