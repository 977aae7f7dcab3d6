package org.preau.core.session;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** When an interrupted service resumes, as the operator announced it; in local time, as it was written. */
final class Resumption {
    private Resumption() {}

    /**
     * The announced time in words, or nothing.
     *
     * @throws IllegalArgumentException if it is not a time
     */
    static String inWords(String resumeAt, Locale locale) {
        if (resumeAt.isBlank()) {
            return "";
        }
        try {
            LocalDateTime time = LocalDateTime.parse(resumeAt.strip());
            boolean english = locale.getLanguage().equals("en");
            return DateTimeFormatter.ofPattern(
                            english ? "EEEE d MMMM, HH:mm" : "EEEE d MMMM 'à' H 'h' mm",
                            english ? Locale.ENGLISH : Locale.FRENCH)
                    .format(time);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("resume.at: " + resumeAt + " is not like 2026-11-22T18:00", e);
        }
    }
}
