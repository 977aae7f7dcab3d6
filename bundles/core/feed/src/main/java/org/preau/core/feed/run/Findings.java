package org.preau.core.feed.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.core.feed.FeedUnit;

/** What was found in one archive: all are counted, of each code the first {@value #KEPT} are kept. Used by one thread. */
public final class Findings {
    /** Most findings of one code that are kept. */
    public static final int KEPT = 1_000;

    private static final Texts TEXTS = Texts.of(FeedUnit.class);

    private final List<LoadFinding> errors = new ArrayList<>();
    private final List<LoadFinding> warnings = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int errorCount;
    private int warningCount;

    /** One more. */
    public void add(LoadFinding finding) {
        boolean error = finding.severity() == Severity.ERROR;
        if (error) {
            errorCount++;
        } else {
            warningCount++;
        }
        if (counts.merge(finding.severity() + finding.code(), 1, Integer::sum) <= KEPT) {
            (error ? errors : warnings).add(finding);
        }
    }

    /**
     * One of the pipeline's own, about the whole archive.
     *
     * @param key the finding's code, after a dot which of its texts
     * @param arguments of the text
     */
    public void add(Severity severity, String key, Object... arguments) {
        String code = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        add(severity, code, TEXTS.both("finding." + key, arguments));
    }

    /** One of the pipeline's own that is in words already. */
    public void add(Severity severity, String code, LocalizedText text) {
        add(new LoadFinding(severity, code, "", "", "", text));
    }

    /** Whether the archive is refused. */
    public boolean rejected() {
        return errorCount > 0;
    }

    /** Whether anything was found under that code. */
    public boolean has(String code) {
        return list().stream().anyMatch(each -> each.code().equals(code));
    }

    /** How many errors. */
    public int errors() {
        return errorCount;
    }

    /** How many warnings. */
    public int warnings() {
        return warningCount;
    }

    /** Those that are kept, errors first. */
    public List<LoadFinding> list() {
        return Stream.concat(errors.stream(), warnings.stream()).toList();
    }
}
