package org.preau.api.directory;

/**
 * Whether an account can be used (44A: not active before the first sign-in).
 *
 * @since 1.0
 */
public enum AccountState {
    /** Made by a feed or an administrator, its user never signed in. */
    INACTIVE,
    /** In use. */
    ACTIVE,
    /** Closed by an administrator; its data stay. */
    BLOCKED,
    /** Its person left; kept for a time. */
    LEAVING,
    /** Its person left long ago: data are kept, nobody signs in; erased after a further time. */
    ARCHIVED
}
