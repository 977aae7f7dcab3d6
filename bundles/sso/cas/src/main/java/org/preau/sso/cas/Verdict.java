package org.preau.sso.cas;

/** What came of a validation. */
sealed interface Verdict {
    /**
     * The ticket is good.
     *
     * @param grant what it stands for
     */
    record Accepted(Grant grant) implements Verdict {}

    /**
     * It is not.
     *
     * @param code code of the CAS protocol
     * @param description for the service's developers
     */
    record Refused(Code code, String description) implements Verdict {}

    /** Error codes of the CAS protocol 3.0, section 2.5.3. */
    enum Code {
        /** A parameter is missing. */
        INVALID_REQUEST,
        /** No such ticket, used before, too old, or its user signed out. */
        INVALID_TICKET,
        /** Issued for another service. */
        INVALID_SERVICE,
        /** A fault of ours; the database is away. */
        INTERNAL_ERROR
    }
}
