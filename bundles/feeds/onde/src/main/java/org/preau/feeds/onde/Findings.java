package org.preau.feeds.onde;

import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.feed.FeedSink;

/**
 * Tells the sink what was found. A record is named by the line it stands on, as tables of ONDE have no keys.
 *
 * @param sink who is told
 */
record Findings(FeedSink sink) {
    void warn(String code, String file, long line, String column, String message) {
        sink.report(new LoadFinding(Severity.WARNING, code, file, line(line), column, message));
    }

    void error(String code, String file, String column, String message) {
        sink.report(new LoadFinding(Severity.ERROR, code, file, "", column, message));
    }

    private static String line(long line) {
        return line > 0 ? "line " + line : "";
    }
}
