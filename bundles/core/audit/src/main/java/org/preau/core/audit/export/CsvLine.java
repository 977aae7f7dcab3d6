package org.preau.core.audit.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.AuditEntry;
import org.preau.core.audit.StoredEntry;

/** An entry as a row that a spreadsheet opens: semicolons, every cell quoted, none taken for a formula. */
final class CsvLine {
    /** The first row, after the byte order mark that spreadsheets want. */
    static final String HEAD = "\uFEFF"
            + row(List.of(
                    "numéro",
                    "date",
                    "compte",
                    "personne",
                    "profil",
                    "établissement",
                    "action",
                    "cible",
                    "détails",
                    "avant",
                    "après"));

    private CsvLine() {}

    /** The row of an entry. */
    static String of(StoredEntry entry) {
        AuditEntry shown = entry.shown();
        return row(List.of(
                Long.toString(entry.seq()),
                entry.at().toString(),
                text(entry.accountId()),
                text(entry.personId()),
                text(entry.profile()),
                text(entry.structureId()),
                entry.action(),
                entry.target(),
                values(shown.details()),
                values(shown.before()),
                values(shown.after())));
    }

    private static String values(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(";"));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
