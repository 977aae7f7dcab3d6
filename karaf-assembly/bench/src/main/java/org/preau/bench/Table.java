package org.preau.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The report for people. */
final class Table {
    private final Report report;

    Table(Report report) {
        this.report = report;
    }

    void print(PrintStream out, Machine machine) {
        out.println();
        out.println("Préau on " + machine.summary());
        report.settings().forEach((name, value) -> out.println("  " + name + " = " + value));
        int label = report.figures().stream()
                .mapToInt(figure -> figure.label().length())
                .max()
                .orElse(10);
        String part = "";
        for (Figure figure : report.figures()) {
            if (!figure.part().equals(part)) {
                part = figure.part();
                out.println();
                out.println(part);
            }
            String line = "  %-" + label + "s  %10s %-7s %s";
            String text =
                    String.format(line, figure.label(), Numbers.text(figure.value()), figure.unit(), remark(figure));
            out.println(text.stripTrailing());
        }
        out.println();
        for (Map.Entry<String, String> failure : report.failures().entrySet()) {
            out.println("not measured: " + failure.getKey() + ": " + failure.getValue());
        }
        List<Figure> targets =
                report.figures().stream().filter(Figure::targeted).toList();
        long met = targets.stream().filter(Figure::met).count();
        out.println(met + " of " + targets.size() + " targets met");
    }

    private static String remark(Figure figure) {
        String verdict = figure.verdict();
        String note = figure.note();
        return verdict.isEmpty() || note.isEmpty() ? verdict + note : verdict + "  (" + note + ")";
    }
}
