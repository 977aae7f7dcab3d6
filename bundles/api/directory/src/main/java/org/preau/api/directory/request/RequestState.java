package org.preau.api.directory.request;

/**
 * What became of a request.
 *
 * @since 1.0
 */
public enum RequestState {
    /** Waiting for somebody to decide. */
    ASKED,
    /** The account was made. */
    ACCEPTED,
    /** Refused, with a reason. */
    REFUSED
}
