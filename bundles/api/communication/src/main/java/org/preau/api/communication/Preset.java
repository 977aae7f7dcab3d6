package org.preau.api.communication;

/**
 * The few rules a school or a region chooses from, the narrowest first. Staff write to everybody of their schools under each of them.
 *
 * @since 1.0
 */
public enum Preset {
    /** Pupils and guardians write to nobody; they can be written to by the staff. */
    CLOSED,
    /** Pupils write to the teachers of their classes only; guardians to these and to the head. */
    STAFF_ONLY,
    /** Pupils write within their classes and to its teachers; guardians to the teachers of their children's classes and to the head. */
    CLASS,
    /** Pupils write to the pupils and the staff of their school, guardians to its staff; to each other where guardians are together. */
    OPEN;

    /** Whether this one allows more than the other. */
    public boolean isWiderThan(Preset other) {
        return compareTo(other) > 0;
    }
}
