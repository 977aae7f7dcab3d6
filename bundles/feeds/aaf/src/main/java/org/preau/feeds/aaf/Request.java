package org.preau.feeds.aaf;

import java.util.Optional;

/** What an archive asks for one record. */
enum Request {
    /** The record, whole. */
    ADD("addRequest"),
    /** New values of some attributes. */
    MODIFY("modifyRequest"),
    /** The record is gone. */
    DELETE("deleteRequest");

    private final String element;

    Request(String element) {
        this.element = element;
    }

    /** Name of the element. */
    String element() {
        return element;
    }

    static Optional<Request> of(String element) {
        for (Request request : values()) {
            if (request.element.equals(element)) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }
}
