package org.preau.feeds.onde;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.preau.api.base.LocalizedText;

/** Why a file cannot be read, in the words of the people who read a report; those of the program that read it follow. Safe on any thread. */
final class Reasons {
    private static final Map<String, Pattern> KNOWN = Map.of(
            "reason.zip",
                    Pattern.compile("(?i)zip|END header|central directory|CEN|LOC|invalid|unexpected end of zlib"),
            "reason.quote", Pattern.compile("(?i)encapsulated token"));

    private Reasons() {}

    static LocalizedText of(Exception thrown) {
        if (thrown instanceof NoSuchFileException) {
            return OndeFeed.TEXTS.both("reason.gone");
        }
        if (thrown instanceof RefusedFilesException refused) {
            return refused.words();
        }
        String own = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        String key = KNOWN.entrySet().stream()
                .filter(each -> each.getValue().matcher(own).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("reason.unknown");
        LocalizedText reason = OndeFeed.TEXTS.both(key);
        return new LocalizedText(
                OndeFeed.TEXTS.text(Locale.FRENCH, "reason.quoted", reason.fr(), own),
                OndeFeed.TEXTS.text(Locale.ENGLISH, "reason.quoted", reason.en(), own));
    }

    /** Files that no honest sender hands in. */
    static final class RefusedFilesException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient LocalizedText words;

        /**
         * Refused.
         *
         * @param key which text
         */
        RefusedFilesException(String key, Object argument) {
            super(key);
            words = OndeFeed.TEXTS.both(key, String.valueOf(argument));
        }

        LocalizedText words() {
            return words;
        }
    }
}
