package org.preau.sso.lti;

/** A message of a tool that is refused; the reason is for its developers and holds no secret. */
final class LtiException extends Exception {
    private static final long serialVersionUID = 1L;

    LtiException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
