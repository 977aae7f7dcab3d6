package org.preau.feeds.onde;

import java.util.Arrays;
import java.util.Locale;
import org.preau.api.base.LocalizedText;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.feed.FeedSink;

/**
 * Tells the sink what was found. A record is named by the line it stands on, as tables of ONDE have no keys.
 *
 * @param sink who is told
 */
record Findings(FeedSink sink) {
    /**
     * A warning.
     *
     * @param key the finding's code, after a dot which of its texts
     * @param arguments of the text
     */
    void warn(String key, String file, long line, String column, Object... arguments) {
        sink.report(new LoadFinding(Severity.WARNING, code(key), file, line(line), column, text(key, arguments)));
    }

    /**
     * An error.
     *
     * @param key the finding's code, after a dot which of its texts
     * @param arguments of the text
     */
    void error(String key, String file, String column, Object... arguments) {
        sink.report(new LoadFinding(Severity.ERROR, code(key), file, "", column, text(key, arguments)));
    }

    private static String code(String key) {
        return key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    }

    private static LocalizedText text(String key, Object... arguments) {
        String name = "finding." + key;
        return new LocalizedText(
                OndeFeed.TEXTS.text(Locale.FRENCH, name, words(Locale.FRENCH, arguments)),
                OndeFeed.TEXTS.text(Locale.ENGLISH, name, words(Locale.ENGLISH, arguments)));
    }

    private static Object[] words(Locale locale, Object... arguments) {
        Object[] words = new Object[arguments.length];
        Arrays.setAll(
                words,
                i -> arguments[i] instanceof LocalizedText text ? text.in(locale) : String.valueOf(arguments[i]));
        return words;
    }

    private static String line(long line) {
        return line > 0 ? "line " + line : "";
    }
}
