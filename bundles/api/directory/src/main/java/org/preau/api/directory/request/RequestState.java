package org.preau.api.directory.request;

/** What became of a request. */
public enum RequestState {
    /** Waiting for somebody to decide. */
    ASKED,
    /** The account was made. */
    ACCEPTED,
    /** Refused, with a reason. */
    REFUSED
}
