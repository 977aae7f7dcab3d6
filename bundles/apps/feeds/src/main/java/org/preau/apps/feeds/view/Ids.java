package org.preau.apps.feeds.view;

import java.util.Optional;
import java.util.UUID;

/** Reads identifiers out of addresses. */
final class Ids {
    private Ids() {}

    /** The identifier, or nothing for a text that is none. */
    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
