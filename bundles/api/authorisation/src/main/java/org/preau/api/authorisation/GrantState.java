package org.preau.api.authorisation;

/**
 * Whether a grant holds today.
 *
 * @since 1.0
 */
public enum GrantState {
    /** It holds. */
    RUNNING,
    /** Its last day passed. */
    EXPIRED,
    /** Somebody ended it. */
    REMOVED
}
