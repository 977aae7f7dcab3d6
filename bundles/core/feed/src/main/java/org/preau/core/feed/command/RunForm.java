package org.preau.core.feed.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;

/** Runs for machines and for people. */
final class RunForm {
    private RunForm() {}

    /** One line of the list. */
    static Map<String, Object> line(FeedRun run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", run.id());
        json.put("kind", run.system());
        json.put("mode", run.mode());
        json.put("received", run.received());
        json.put("outcome", outcome(run.outcome()));
        json.put("state", lower(run.state()));
        json.put("file", run.fileName());
        json.put("academy", run.academy());
        return json;
    }

    /** What feed-check and feed-apply print. */
    static Map<String, Object> result(FeedRun run, List<LoadFinding> findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", outcome(run.outcome()));
        json.put("applied", run.state() == FeedState.APPLIED);
        json.put("counts", run.counts());
        json.put("warnings", findings(findings, Severity.WARNING));
        json.put("errors", findings(findings, Severity.ERROR));
        LoadDifference difference = run.difference();
        if (difference != null) {
            json.put("difference", difference(difference));
        }
        json.put("id", run.id());
        json.put("state", lower(run.state()));
        return json;
    }

    /** Figures of all people, and by kind. */
    static Map<String, Object> difference(LoadDifference difference) {
        Figures schools = difference.of(RecordKind.SCHOOL);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("created", difference.created());
        json.put("changed", difference.changed());
        json.put("unchanged", difference.unchanged());
        json.put("departures", difference.departures());
        json.put("structures", schools.created() + schools.changed());
        json.put("departedStructures", schools.leaving());
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            kinds.put(lower(kind), difference.of(kind));
        }
        json.put("kinds", kinds);
        return json;
    }

    static List<Map<String, String>> findings(List<LoadFinding> findings, Severity severity) {
        return findings.stream()
                .filter(each -> each.severity() == severity)
                .map(RunForm::finding)
                .toList();
    }

    static void print(FeedRun run, List<LoadFinding> findings, PrintStream out) {
        out.println("run " + run.id() + ": " + Objects.toString(outcome(run.outcome()), "no verdict") + ", "
                + lower(run.state()));
        run.counts().forEach((kind, count) -> out.printf("  %-14s %8d records%n", kind, count));
        LoadDifference difference = run.difference();
        if (difference != null) {
            for (RecordKind kind : RecordKind.values()) {
                Figures f = difference.of(kind);
                out.printf(
                        "  %-8s %8d before: %d new, %d changed (%d to another school), %d as before, %d leave%n",
                        lower(kind), f.before(), f.created(), f.changed(), f.moved(), f.unchanged(), f.leaving());
            }
        }
        for (LoadFinding each : findings) {
            List<String> place = new ArrayList<>(List.of(each.file(), each.record(), each.field()));
            place.removeIf(String::isEmpty);
            out.println(lower(each.severity()) + " " + each.code()
                    + (place.isEmpty() ? "" : " [" + String.join(" ", place) + "]") + ": " + each.message());
        }
        int more = run.errors() + run.warnings() - findings.size();
        if (more > 0) {
            out.println("and " + more + " more");
        }
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String outcome(@Nullable FeedOutcome outcome) {
        return outcome == null ? null : lower(outcome);
    }

    private static Map<String, String> finding(LoadFinding finding) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("code", finding.code());
        json.put("file", finding.file());
        json.put("record", finding.record());
        json.put("attribute", finding.field());
        json.put("message", finding.message());
        json.put("message_fr", finding.text().fr());
        return json;
    }
}
