package org.preau.feeds.onde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one table: finds separator and headings, gives its lines. Used by one thread. */
final class TableReader {
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    /** More letters have no place in the directory. */
    private static final int LONGEST = 500;

    private static final char[] SEPARATORS = {';', ',', '\t'};

    private final Findings findings;

    TableReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * A table.
     *
     * @param kind which of the three
     * @param rows its good lines
     */
    record Table(TableKind kind, List<Row> rows) {}

    /** Reads it; empty for one that cannot be used, which is told. */
    Optional<Table> read(String file, String uai, byte[] bytes) {
        String text = Letters.decode(bytes);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> lines = parser.iterator();
            if (!lines.hasNext()) {
                findings.error("empty-file", file, "");
                return Optional.empty();
            }
            Headings headings = Headings.of(lines.next());
            return table(file, uai, headings, lines, parser);
        } catch (IOException e) {
            findings.error("unreadable", file, "", Reasons.of(e));
            return Optional.empty();
        }
    }

    private Optional<Table> table(
            String file, String uai, Headings headings, Iterator<CSVRecord> lines, CSVParser parser) {
        Optional<TableKind> kind = TableKind.of(headings.plain(), headings.columns(), file);
        if (kind.isEmpty()) {
            findings.warn("unexpected-file", file, 1, "");
            return Optional.empty();
        }
        for (String needed : kind.get().needed()) {
            if (!headings.columns().contains(needed)) {
                findings.error("missing-column", file, needed, needed);
                return Optional.empty();
            }
        }
        if (uai.isEmpty() && !headings.columns().contains("uai")) {
            findings.error("no-uai", file, "uai");
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        try {
            long line = parser.getCurrentLineNumber() + 1;
            while (lines.hasNext()) {
                row(file, uai, line, headings, lines.next(), kind.get()).ifPresent(rows::add);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            findings.warn("unreadable-line", file, parser.getCurrentLineNumber(), "", Reasons.of(e));
        }
        if (rows.isEmpty()) {
            findings.warn("no-lines", file, 0, "");
        }
        return Optional.of(new Table(kind.get(), rows));
    }

    private Optional<Row> row(String file, String uai, long line, Headings headings, CSVRecord cells, TableKind kind) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        boolean empty = true;
        for (int i = 0; i < Math.min(cells.size(), headings.size()); i++) {
            String column = headings.column(i);
            String value = value(file, line, column, cells.get(i));
            empty &= value.isEmpty();
            if (column.startsWith("enfant")) {
                values.computeIfAbsent(column, unused -> new ArrayList<>(3)).add(value);
            } else if (!value.isEmpty()) {
                values.putIfAbsent(values.containsKey(column) ? headings.written(i) : column, List.of(value));
            }
        }
        if (empty) {
            return Optional.empty();
        }
        Row row = new Row(file, line, uai, values);
        String school = row.one("uai").isEmpty() ? uai : row.one("uai").toUpperCase(Locale.ROOT);
        if (!UAI.matcher(school).matches()) {
            findings.warn("bad-uai", file, line, "uai", school);
            return Optional.empty();
        }
        for (String needed : kind.needed()) {
            if (row.one(needed).isEmpty()) {
                findings.warn("line-left-out", file, line, needed);
                return Optional.empty();
            }
        }
        return Optional.of(new Row(file, line, school, values));
    }

    /** One cell, in one form; what no honest table holds is told. */
    private String value(String file, long line, String column, String written) {
        if (written.strip().indexOf('\n') >= 0) {
            findings.warn("several-lines", file, line, column);
        }
        String value = Forms.value(written);
        if (value.length() <= LONGEST) {
            return value;
        }
        findings.warn("too-long", file, line, column, value.length(), LONGEST);
        return value.substring(0, LONGEST);
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = first.chars().filter(letter -> letter == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }
}
