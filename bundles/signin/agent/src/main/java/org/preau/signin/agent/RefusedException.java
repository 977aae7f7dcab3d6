package org.preau.signin.agent;

/** What the provider sent is not accepted; the message is for the log and holds no personal data and no secret. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super(reason);
    }

    RefusedException(String reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
    }
}
