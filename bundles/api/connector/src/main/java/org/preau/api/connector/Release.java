package org.preau.api.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What leaves for a connector.
 *
 * @param userId the identifier by which the service knows the user; nothing for category 1, one that everybody of a profile and school shares for category 2
 * @param attributes attributes by their SDET names
 * @since 1.0
 */
public record Release(Optional<String> userId, Map<String, List<String>> attributes) {
    /** Nothing at all about the user. */
    public static final Release NOTHING = new Release(Optional.empty(), Map.of());

    /** Keeps its own copy, in the order given. */
    public Release {
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
