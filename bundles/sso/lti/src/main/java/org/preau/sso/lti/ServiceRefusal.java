package org.preau.sso.lti;

/** A call of a tool's server that is refused; the reason is for its developers and holds no secret. */
final class ServiceRefusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    ServiceRefusal(int status, String code, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** What was sent is wrong. */
    static ServiceRefusal request(String reason) {
        return new ServiceRefusal(400, "invalid_request", reason);
    }

    /** Not this tool's, or not there: the two look the same. */
    static ServiceRefusal notFound(String reason) {
        return new ServiceRefusal(404, "not_found", reason);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
