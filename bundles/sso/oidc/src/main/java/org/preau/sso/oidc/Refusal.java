package org.preau.sso.oidc;

/** Something that is refused, in the words of RFC 6749 and OpenID Connect Core. The description is for the service's developers and holds no secret. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final String code;
    private final int status;

    private Refusal(String code, String description, int status) {
        super(description, null, false, false);
        this.code = code;
        this.status = status;
    }

    static Refusal of(String code, String description) {
        return new Refusal(code, description, BAD_REQUEST);
    }

    static Refusal request(String description) {
        return of("invalid_request", description);
    }

    static Refusal grant(String description) {
        return of("invalid_grant", description);
    }

    static Refusal client(String description) {
        return new Refusal("invalid_client", description, UNAUTHORIZED);
    }

    /** Error code. */
    String code() {
        return code;
    }

    /** What is wrong. */
    String description() {
        return String.valueOf(getMessage());
    }

    /** HTTP status, where it is answered to the service itself. */
    int status() {
        return status;
    }
}
