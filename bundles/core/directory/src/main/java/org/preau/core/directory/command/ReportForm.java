package org.preau.core.directory.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preau.api.directory.load.FeedReport;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;

/** Reports of feeds, for machines and for people. */
final class ReportForm {
    private ReportForm() {}

    static Map<String, Object> json(FeedReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        json.put("applied", report.applied());
        json.put("counts", report.counts());
        json.put("warnings", findings(report, Severity.WARNING));
        json.put("errors", findings(report, Severity.ERROR));
        LoadDifference difference = report.difference();
        if (difference != null) {
            json.put("difference", difference);
        }
        return json;
    }

    static void print(FeedReport report, PrintStream out) {
        out.println("outcome: " + report.outcome().name().toLowerCase(Locale.ROOT)
                + (report.applied() ? ", applied" : ", nothing written"));
        report.counts().forEach((kind, count) -> out.printf("  %-14s %8d records%n", kind, count));
        LoadDifference difference = report.difference();
        if (difference != null) {
            out.printf(
                    "people: %d new, %d changed, %d as before, %d leave; schools: %d new or changed, %d leave%n",
                    difference.created(),
                    difference.changed(),
                    difference.unchanged(),
                    difference.departures(),
                    difference.structures(),
                    difference.departedStructures());
        }
        print("error", report.findings(Severity.ERROR), out);
        print("warning", report.findings(Severity.WARNING), out);
    }

    private static void print(String word, List<LoadFinding> findings, PrintStream out) {
        for (LoadFinding each : findings) {
            String place = String.join(" ", each.file(), each.record(), each.field())
                    .replaceAll(" +", " ")
                    .strip();
            out.println(word + " " + each.code() + (place.isEmpty() ? "" : " [" + place + "]") + ": " + each.message());
        }
    }

    private static List<Map<String, String>> findings(FeedReport report, Severity severity) {
        return report.findings(severity).stream().map(ReportForm::finding).toList();
    }

    private static Map<String, String> finding(LoadFinding finding) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("code", finding.code());
        json.put("file", finding.file());
        json.put("record", finding.record());
        json.put("attribute", finding.field());
        json.put("message", finding.message());
        return json;
    }
}
