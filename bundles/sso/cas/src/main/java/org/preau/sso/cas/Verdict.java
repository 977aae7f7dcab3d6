package org.preau.sso.cas;

import java.util.Optional;

/** What came of a validation, or of asking for a proxy ticket. */
sealed interface Verdict {
    /**
     * The ticket is good.
     *
     * @param grant what it stands for
     * @param iou the word by which the service finds the proxy-granting ticket it was sent, if it asked for one
     */
    record Accepted(Grant grant, Optional<String> iou) implements Verdict {}

    /**
     * A proxy ticket was issued.
     *
     * @param ticket the ticket
     */
    record Issued(String ticket) implements Verdict {
        /** Never shows the ticket. */
        @Override
        public String toString() {
            return "Issued";
        }
    }

    /**
     * It is not, or was not.
     *
     * @param code code of the CAS protocol
     * @param description for the service's developers
     */
    record Refused(Code code, String description) implements Verdict {}

    /** Error codes of the CAS protocol 3.0, sections 2.5.3 and 2.7.2; BAD_PGT is of version 2.0. */
    enum Code {
        /** A parameter is missing. */
        INVALID_REQUEST,
        /** A proxy ticket where only service tickets are taken. */
        INVALID_TICKET_SPEC,
        /** No such ticket, used before, too old, its user signed out, or not from a sign-in of its own where renew was asked. */
        INVALID_TICKET,
        /** Issued for another service. */
        INVALID_SERVICE,
        /** The callback address is not one that the connector declares. */
        INVALID_PROXY_CALLBACK,
        /** The connector does not allow its service to act for users. */
        UNAUTHORIZED_SERVICE_PROXY,
        /** No such service, or not for this user. */
        UNAUTHORIZED_SERVICE,
        /** No such proxy-granting ticket, too old, or its user signed out. */
        BAD_PGT,
        /** A fault of ours; the database is away. */
        INTERNAL_ERROR
    }
}
