package org.preau.api.directory.load;

/**
 * The kinds of record that a feed brings.
 *
 * @since 1.0
 */
public enum RecordKind {
    /** A school. */
    SCHOOL,
    /** A pupil. */
    PUPIL,
    /** A guardian (responsable). */
    GUARDIAN,
    /** A member of the personnel. */
    STAFF
}
