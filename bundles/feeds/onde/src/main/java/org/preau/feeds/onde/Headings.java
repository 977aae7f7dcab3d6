package org.preau.feeds.onde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * The headings of a table, understood whatever their accents, case, blanks and version.
 *
 * @param written as they came
 * @param named names of the columns; what is not known keeps its heading
 */
record Headings(List<String> written, List<String> named) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+$");
    private static final Map<String, String> COLUMNS = known();

    static Headings of(CSVRecord line) {
        List<String> written = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String cell : line) {
            String heading = Forms.value(cell);
            String plain = NUMBER.matcher(Forms.plain(cell)).replaceAll("");
            written.add(heading);
            named.add(COLUMNS.getOrDefault(plain, heading));
        }
        return new Headings(written, named);
    }

    int size() {
        return named.size();
    }

    String written(int at) {
        return written.get(at);
    }

    String column(int at) {
        return named.get(at);
    }

    Set<String> columns() {
        return new HashSet<>(named);
    }

    /** The headings by their letters only. */
    Set<String> plain() {
        Set<String> plain = new HashSet<>();
        written.forEach(each -> plain.add(NUMBER.matcher(Forms.plain(each)).replaceAll("")));
        return plain;
    }

    private static Map<String, String> known() {
        Properties lists = new Properties();
        try (InputStream in = Headings.class.getResourceAsStream("columns.properties")) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks columns.properties");
            }
            lists.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> columns = new HashMap<>();
        for (String column : lists.stringPropertyNames()) {
            for (String alias : lists.getProperty(column).strip().split("\\s+")) {
                columns.put(alias, column);
            }
        }
        return Map.copyOf(columns);
    }
}
