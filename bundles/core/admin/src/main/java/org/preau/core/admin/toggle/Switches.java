package org.preau.core.admin.toggle;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that is switched off, in memory.
 *
 * @param off for each item, the scopes where it is off
 */
record Switches(Map<String, Set<UUID>> off) {
    /** Nothing is off. */
    static final Switches NONE = new Switches(Map.of());

    /** Where an item is off; empty for most. */
    Set<UUID> off(String item) {
        return off.getOrDefault(item, Set.of());
    }
}
