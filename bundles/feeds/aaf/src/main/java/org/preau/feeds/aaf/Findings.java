package org.preau.feeds.aaf;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.feed.FeedSink;

/** Tells the sink what was found. Of each kind of finding a bounded number is told one by one, the rest is counted: a feed that is bad everywhere does not fill the store. Used by one thread. */
final class Findings {
    /** Tells nobody; safe on any thread. */
    static final Findings SILENT = new Findings(null);

    private static final int TOLD_ONE_BY_ONE = 1000;

    private final @Nullable FeedSink sink;
    private final Map<String, Untold> untold = new LinkedHashMap<>();

    private static final class Untold {
        private final Severity severity;
        private int count;

        Untold(Severity severity) {
            this.severity = severity;
        }
    }

    private Findings(@Nullable FeedSink sink) {
        this.sink = sink;
    }

    static Findings to(FeedSink sink) {
        return new Findings(sink);
    }

    /**
     * A warning.
     *
     * @param key the finding's code, after a dot which of its texts
     * @param arguments of the text
     */
    void warn(String key, String file, String record, String field, Object... arguments) {
        tell(Severity.WARNING, key, file, record, field, arguments);
    }

    /**
     * An error.
     *
     * @param key the finding's code, after a dot which of its texts
     * @param arguments of the text
     */
    void error(String key, String file, String record, String field, Object... arguments) {
        tell(Severity.ERROR, key, file, record, field, arguments);
    }

    /** Tells how many more there are of the kinds that were not told one by one. */
    void close() {
        FeedSink to = sink;
        if (to == null) {
            return;
        }
        untold.forEach((code, rest) -> {
            int more = rest.count - TOLD_ONE_BY_ONE;
            if (more > 0) {
                to.report(new LoadFinding(rest.severity, code, "", "", "", text("more", more)));
            }
        });
    }

    private void tell(Severity severity, String key, String file, String record, String field, Object... arguments) {
        FeedSink to = sink;
        if (to == null) {
            return;
        }
        String code = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        if (++untold.computeIfAbsent(code, unused -> new Untold(severity)).count <= TOLD_ONE_BY_ONE) {
            to.report(new LoadFinding(severity, code, file, record, field, text(key, arguments)));
        }
    }

    private static LocalizedText text(String key, Object... arguments) {
        String name = "finding." + key;
        return new LocalizedText(
                AafReader.TEXTS.text(Locale.FRENCH, name, words(Locale.FRENCH, arguments)),
                AafReader.TEXTS.text(Locale.ENGLISH, name, words(Locale.ENGLISH, arguments)));
    }

    /** Numbers are written as they are: they stand for identifiers and files as often as for counts. */
    private static Object[] words(Locale locale, Object... arguments) {
        Object[] words = new Object[arguments.length];
        Arrays.setAll(
                words,
                i -> arguments[i] instanceof LocalizedText text ? text.in(locale) : String.valueOf(arguments[i]));
        return words;
    }
}
