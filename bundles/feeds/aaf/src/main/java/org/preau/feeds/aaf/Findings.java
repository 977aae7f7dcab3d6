package org.preau.feeds.aaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;

/** What was found in an archive so far. Of each kind of finding a bounded number is told one by one, the rest is counted. Used by one thread. */
final class Findings {
    private static final int TOLD_ONE_BY_ONE = 50;

    private final List<LoadFinding> told = new ArrayList<>();
    private final Map<String, Integer> countOfCode = new HashMap<>();
    private boolean rejected;

    void warn(String code, String file, String record, String field, String message) {
        add(new LoadFinding(Severity.WARNING, code, file, record, field, message));
    }

    void error(String code, String file, String record, String field, String message) {
        add(new LoadFinding(Severity.ERROR, code, file, record, field, message));
    }

    void add(LoadFinding finding) {
        rejected |= finding.severity() == Severity.ERROR;
        if (countOfCode.merge(finding.code(), 1, Integer::sum) <= TOLD_ONE_BY_ONE) {
            told.add(finding);
        }
    }

    /** Whether an error was among them. */
    boolean rejected() {
        return rejected;
    }

    /** All that is told, then how many more there are of each kind. */
    List<LoadFinding> list() {
        List<LoadFinding> all = new ArrayList<>(told);
        countOfCode.forEach((code, count) -> {
            if (count > TOLD_ONE_BY_ONE) {
                Severity severity = told.stream()
                        .filter(finding -> finding.code().equals(code))
                        .map(LoadFinding::severity)
                        .findFirst()
                        .orElse(Severity.WARNING);
                int more = count - TOLD_ONE_BY_ONE;
                all.add(new LoadFinding(severity, code, "", "", "", "and " + more + " more of this kind"));
            }
        });
        return all;
    }
}
