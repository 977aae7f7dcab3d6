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
                findings.error("empty-file", file, "", "the table is empty; take it out of ONDE again");
                return Optional.empty();
            }
            Headings headings = Headings.of(lines.next());
            return table(file, uai, headings, lines, parser);
        } catch (IOException e) {
            findings.error("unreadable", file, "", "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Table> table(
            String file, String uai, Headings headings, Iterator<CSVRecord> lines, CSVParser parser) {
        Optional<TableKind> kind = TableKind.of(headings.plain(), headings.columns(), file);
        if (kind.isEmpty()) {
            String message = "its headings are those of no table of ONDE (élèves, responsables, enseignants); not read";
            findings.warn("unexpected-file", file, 1, "", message);
            return Optional.empty();
        }
        for (String needed : kind.get().needed()) {
            if (!headings.columns().contains(needed)) {
                String message = "the column " + needed + " is missing, without which nobody can be told from others;"
                        + " take the table out of ONDE again with all its columns";
                findings.error("missing-column", file, needed, message);
                return Optional.empty();
            }
        }
        if (uai.isEmpty() && !headings.columns().contains("uai")) {
            String message = "it cannot be told which school it is of: put the UAI into the name of the file or folder"
                    + " (ONDE_0774318A_eleves.csv) or into a column UAI";
            findings.error("no-uai", file, "uai", message);
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
            String message = "cannot be read from here on: " + e.getMessage() + "; look for a quotation mark too many";
            findings.warn("unreadable-line", file, parser.getCurrentLineNumber(), "", message);
        }
        return Optional.of(new Table(kind.get(), rows));
    }

    private Optional<Row> row(String file, String uai, long line, Headings headings, CSVRecord cells, TableKind kind) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        boolean empty = true;
        for (int i = 0; i < Math.min(cells.size(), headings.size()); i++) {
            String value = Forms.value(cells.get(i));
            String column = headings.column(i);
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
            String message = "value \"" + school + "\" is no UAI (seven figures and a letter): the line is left out";
            findings.warn("bad-uai", file, line, "uai", message);
            return Optional.empty();
        }
        for (String needed : kind.needed()) {
            if (row.one(needed).isEmpty()) {
                String message = "no value, without which nobody can be told from others: the line is left out;"
                        + " complete it in ONDE";
                findings.warn("line-left-out", file, line, needed, message);
                return Optional.empty();
            }
        }
        return Optional.of(new Row(file, line, school, values));
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
