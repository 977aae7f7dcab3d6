package org.preau.core.feed.report;

import java.util.List;
import java.util.Map;

/** Findings as a table: semicolons, UTF-8 with a byte order mark, as spreadsheets in France read it; no cell is taken for a formula. */
final class ReportCsv {
    private static final List<String> COLUMNS =
            List.of("severity", "code", "file", "record", "attribute", "message", "message_fr");

    private ReportCsv() {}

    static String of(Map<String, Object> document) {
        StringBuilder csv = new StringBuilder("\ufeff");
        csv.append(String.join(";", COLUMNS)).append("\r\n");
        for (Object each : (List<?>) document.getOrDefault("findings", List.of())) {
            Map<?, ?> finding = (Map<?, ?>) each;
            csv.append(String.join(
                    ";",
                    COLUMNS.stream()
                            .map(column -> cell(String.valueOf(finding.get(column))))
                            .toList()));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private static String cell(String value) {
        String safe = value.matches("(?s)[=+@\t\r-].*") ? "'" + value : value;
        return safe.matches("(?s).*[;\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
