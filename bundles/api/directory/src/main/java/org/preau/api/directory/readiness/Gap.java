package org.preau.api.directory.readiness;

/**
 * What can be missing about a person of a school.
 *
 * @since 1.0
 */
public enum Gap {
    /** A pupil whom no class of the school names. */
    PUPIL_WITHOUT_CLASS,
    /** A pupil without any guardian. */
    PUPIL_WITHOUT_GUARDIAN,
    /** A guardian without an address of mail. */
    GUARDIAN_WITHOUT_MAIL,
    /** Somebody whose account was never used. */
    ACCOUNT_NEVER_USED
}
