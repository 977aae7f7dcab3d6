package org.preau.feeds.aaf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments at the head of a file: {@code versionAF}, {@code versionSDET}, {@code codeAcademieExport}, {@code degre}, {@code dateGenerationExport}. */
final class Header {
    private static final Pattern ENTRY = Pattern.compile("(\\w+)\\s*=\\s*\"([^\"]*)\"");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Map<String, String> entries = new LinkedHashMap<>();

    /** Takes what a comment says; the first word on a subject stands. */
    void read(String comment) {
        Matcher matcher = ENTRY.matcher(comment);
        while (matcher.find()) {
            entries.putIfAbsent(matcher.group(1), matcher.group(2).strip());
        }
    }

    /** An entry, or empty text. */
    String get(String name) {
        return entries.getOrDefault(name, "");
    }

    /** Code of the academy without leading zeros; empty if the header does not tell. */
    String academy() {
        return academyCode(get("codeAcademieExport"));
    }

    /** Day of the export, if told and readable. */
    Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(get("dateGenerationExport"), DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The same code whether written {@code 024}, {@code 24} or {@code 1}: two digits at least. */
    static String academyCode(String written) {
        String digits = written.strip().replaceFirst("^0+(?=.)", "");
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
