package org.preau.api.directory.load;

import java.util.Locale;
import org.preau.api.base.LocalizedText;

/**
 * Something found in a feed: names the file, the record, the field, and what to do.
 *
 * @param severity whether the feed can still be applied
 * @param code stable name of the kind of finding: {@code dangling-guardian}
 * @param file name of the file, empty when it concerns the whole
 * @param record key of the record, empty when it concerns the whole file
 * @param field name of the attribute, or empty
 * @param text what is wrong, what the portal did, what to do
 * @since 1.0
 */
public record LoadFinding(
        Severity severity, String code, String file, String record, String field, LocalizedText text) {
    /** A finding whose text is the same in every language. */
    public LoadFinding(Severity severity, String code, String file, String record, String field, String message) {
        this(severity, code, file, record, field, same(message.isBlank() ? code : message));
    }

    /** The text in English, as the console and machines read it. */
    public String message() {
        return text.en();
    }

    /** The text in that language. */
    public String message(Locale locale) {
        return text.in(locale);
    }

    private static LocalizedText same(String message) {
        return new LocalizedText(message, message);
    }

    /** How grave a finding is. */
    public enum Severity {
        /** The feed is applied, the finding reported. */
        WARNING,
        /** The whole feed is rejected. */
        ERROR
    }
}
