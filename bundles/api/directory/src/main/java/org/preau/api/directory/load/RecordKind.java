package org.preau.api.directory.load;

/** The kinds of record that a feed brings. */
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
