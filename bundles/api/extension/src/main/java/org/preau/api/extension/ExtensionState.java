package org.preau.api.extension;

/**
 * How an extension is.
 *
 * @since 1.0
 */
public enum ExtensionState {
    /** It runs, and everything in it is ready. */
    RUNNING,
    /** It runs, and something in it waits: a service, its schema, a setting; or failed. */
    WAITING,
    /** An operator stopped it. */
    STOPPED
}
