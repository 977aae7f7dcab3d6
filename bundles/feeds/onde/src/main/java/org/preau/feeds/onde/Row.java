package org.preau.feeds.onde;

import java.util.List;
import java.util.Map;

/**
 * A line of a table.
 *
 * @param file name of the table
 * @param line where it begins, from 1
 * @param uai the school
 * @param values values by column; columns that are not known under their heading
 */
record Row(String file, long line, String uai, Map<String, List<String>> values) {
    /** The first value, or empty text. */
    String one(String column) {
        List<String> all = values.getOrDefault(column, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    /** The value with that number, or empty text: children of a guardian. */
    String at(String column, int number) {
        List<String> all = values.getOrDefault(column, List.of());
        return number < all.size() ? all.get(number) : "";
    }
}
