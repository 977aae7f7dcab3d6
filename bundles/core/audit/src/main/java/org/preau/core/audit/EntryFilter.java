package org.preau.core.audit;

import java.util.List;

/**
 * Which entries are wanted, as a condition that has an index under it.
 *
 * @param condition SQL after {@code where}
 * @param values its bound values
 */
record EntryFilter(String condition, List<String> values) {
    /** Of one action ({@code connector.release}), of a family ({@code connector.}), or of all (empty). */
    static EntryFilter of(String actionPrefix) {
        if (actionPrefix.isEmpty()) {
            return new EntryFilter("true", List.of());
        }
        if (!actionPrefix.endsWith(".")) {
            return new EntryFilter("action = ?", List.of(actionPrefix));
        }
        String family = actionPrefix.substring(0, actionPrefix.indexOf('.'));
        if (actionPrefix.length() == family.length() + 1) {
            return new EntryFilter("family = ?", List.of(family));
        }
        return new EntryFilter("family = ? and starts_with(action, ?)", List.of(family, actionPrefix));
    }
}
