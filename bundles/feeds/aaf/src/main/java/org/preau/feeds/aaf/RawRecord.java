package org.preau.feeds.aaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A record, or the part of one that a change names, as the file has it.
 *
 * @param file name of the file
 * @param key jointure
 * @param attributes values by name of attribute, in the file's order, as they came but for blanks around them; in a change an empty list takes the attribute away
 */
record RawRecord(String file, Kind kind, String key, Map<String, List<String>> attributes) {
    /** The attribute's values, in one form. */
    List<String> all(String attribute) {
        List<String> values = attributes.get(attribute);
        if (values == null || values.isEmpty()) {
            return List.of();
        }
        if (values.size() == 1) {
            return List.of(Cleaning.value(values.get(0)));
        }
        List<String> clean = new ArrayList<>(values.size());
        for (String value : values) {
            clean.add(Cleaning.value(value));
        }
        return List.copyOf(clean);
    }

    /** The attribute's first value, in one form, or empty text. */
    String one(String attribute) {
        List<String> values = attributes.get(attribute);
        return values == null || values.isEmpty() ? "" : Cleaning.value(values.get(0));
    }

    /** The one attribute's first value, else the other's. */
    String first(String attribute, String otherwise) {
        String value = one(attribute);
        return value.isEmpty() ? one(otherwise) : value;
    }

    /** Whether the attribute has a value. */
    boolean has(String attribute) {
        return !one(attribute).isEmpty();
    }

    /** Whether the attribute is named and has no value. */
    boolean takesAway(String attribute) {
        List<String> values = attributes.get(attribute);
        return values != null && values.isEmpty();
    }

    /** Whether the attribute says {@code O} (oui). */
    boolean yes(String attribute) {
        return one(attribute).equalsIgnoreCase("O");
    }
}
