package org.preau.feeds.aaf;

import java.util.List;
import java.util.Map;

/**
 * A record as the file has it: values cleaned of useless blanks, empty ones left out.
 *
 * @param file name of the file
 * @param key jointure
 * @param attributes values by name of attribute, in the file's order
 */
record RawRecord(String file, Kind kind, String key, Map<String, List<String>> attributes) {
    /** The attribute's values. */
    List<String> all(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** The attribute's first value, or empty text. */
    String one(String attribute) {
        List<String> values = all(attribute);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Whether the attribute says {@code O} (oui). */
    boolean yes(String attribute) {
        return one(attribute).equalsIgnoreCase("O");
    }
}
