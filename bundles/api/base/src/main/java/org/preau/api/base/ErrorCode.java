package org.preau.api.base;

/**
 * The kinds of failure a border (page, view, command) knows how to show.
 *
 * @since 1.0
 */
public enum ErrorCode {
    /** The input is wrong; its author can mend it. HTTP 400. */
    INVALID_INPUT(400),
    /** No such thing, or not for this user: the two are not told apart. HTTP 404. */
    NOT_FOUND(404),
    /** The user may not do this. HTTP 403. */
    FORBIDDEN(403),
    /** Somebody else changed it meanwhile, or it exists already. HTTP 409. */
    CONFLICT(409),
    /** Too many attempts. HTTP 429. */
    TOO_MANY(429),
    /** A part of the portal is stopped or out of reach; to be tried again later. HTTP 503. */
    UNAVAILABLE(503),
    /** A fault of ours. HTTP 500. */
    INTERNAL(500);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The HTTP status a page or API answers with for this kind of failure. */
    public int httpStatus() {
        return httpStatus;
    }
}
