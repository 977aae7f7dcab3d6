package org.preau.connectors.catalogue;

import java.util.List;
import org.preau.api.base.LocalizedText;

/**
 * A line of the catalogue.
 *
 * @param id id of the connector, or of the template
 * @param name its name
 * @param about what it is for; the name where nobody said
 * @param category SDET category
 * @param protocol protocol
 * @param offeredBy who offers it; may be empty
 * @param receives SDET names of what it receives, {@code uid} for an opaque identifier; empty for nothing
 * @param state how it is
 * @param since day since when the platform has it, ISO 8601; may be empty
 * @param planned day it is to come, ISO 8601; may be empty
 * @param confirmed whether the service has confirmed category and addresses
 * @param checked that its regulatory checks are recorded, and by whom; empty if not
 */
record Entry(
        String id,
        LocalizedText name,
        LocalizedText about,
        int category,
        String protocol,
        String offeredBy,
        List<String> receives,
        State state,
        String since,
        String planned,
        boolean confirmed,
        String checked) {
    /** How a service is. */
    enum State {
        /** Open to its audience. */
        OPEN,
        /** Declared, but its category or protocol is not there now. */
        UNAVAILABLE,
        /** Can be opened for any school. */
        OFFERED,
        /** To come. */
        PLANNED
    }
}
