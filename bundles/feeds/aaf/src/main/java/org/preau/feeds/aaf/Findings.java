package org.preau.feeds.aaf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    void warn(String code, String file, String record, String field, String message) {
        tell(Severity.WARNING, code, file, record, field, message);
    }

    void error(String code, String file, String record, String field, String message) {
        tell(Severity.ERROR, code, file, record, field, message);
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
                to.report(new LoadFinding(rest.severity, code, "", "", "", "and " + more + " more of this kind"));
            }
        });
    }

    private void tell(Severity severity, String code, String file, String record, String field, String message) {
        if (sink != null && ++untold.computeIfAbsent(code, unused -> new Untold(severity)).count <= TOLD_ONE_BY_ONE) {
            sink.report(new LoadFinding(severity, code, file, record, field, message));
        }
    }
}
