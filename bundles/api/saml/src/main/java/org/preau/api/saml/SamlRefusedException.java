package org.preau.api.saml;

import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/**
 * A message that is not taken. The message of the exception says why, in English, for the log and for integrators; it holds no personal data.
 *
 * @since 1.0
 */
public final class SamlRefusedException extends PortalException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** With the reason and a sentence about it. */
    public SamlRefusedException(Reason reason, String detail) {
        super(ErrorCode.FORBIDDEN, detail, null);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why a message is refused. */
    public enum Reason {
        /** Not XML, not SAML, a part missing or twice. */
        MALFORMED,
        /** Larger or deeper than any honest message. */
        TOO_LARGE,
        /** It brings a document type. */
        DOCTYPE,
        /** Nothing in it is signed. */
        UNSIGNED,
        /** The signature is not by a key of the metadata, or covers something else. */
        BAD_SIGNATURE,
        /** The signature or encryption uses an algorithm that is not taken. */
        WEAK_ALGORITHM,
        /** The signed part is not the part in its place: signature wrapping. */
        WRAPPED,
        /** It comes from somebody else. */
        UNKNOWN_ISSUER,
        /** Written for another address. */
        WRONG_DESTINATION,
        /** The subject may be confirmed elsewhere only. */
        WRONG_RECIPIENT,
        /** Written for another service. */
        WRONG_AUDIENCE,
        /** Too late. */
        EXPIRED,
        /** Too early. */
        NOT_YET_VALID,
        /** Seen before. */
        REPLAYED,
        /** Nobody asked for it, or another browser did. */
        UNSOLICITED,
        /** The provider answers that it did not work. */
        NO_SUCCESS,
        /** Encrypted for somebody else, or damaged. */
        UNDECRYPTABLE,
        /** Asks for an answer to an address that the metadata does not have. */
        UNKNOWN_CONSUMER,
        /** Asks for something that is not offered. */
        UNSUPPORTED,
        /** The metadata of the other side is missing or over. */
        NO_METADATA
    }
}
