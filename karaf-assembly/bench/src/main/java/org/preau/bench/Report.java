package org.preau.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, in the order it was. Used by one thread. */
final class Report {
    private static final int SHOWN = 400;

    private final PrintStream progress;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private String part = "";

    /** @param progress told each figure as it comes */
    Report(PrintStream progress) {
        this.progress = progress;
    }

    void begin(String name) {
        part = name;
        progress.println("bench: " + name);
    }

    void add(String id, String label, double value, String unit) {
        add(new Figure(part, id, label, value, unit, null, ""));
    }

    void add(String id, String label, double value, String unit, String note) {
        add(new Figure(part, id, label, value, unit, null, note));
    }

    /** A figure that has to stay below a limit. */
    void target(String id, String label, double value, String unit, double limit, String note) {
        add(new Figure(part, id, label, value, unit, limit, note));
    }

    /** A setting of the portal that differs from what is shipped, or another fact without which a figure means nothing. */
    void setting(String name, String value) {
        settings.put(name, value);
    }

    /** The part that runs could not be measured to its end. */
    void failed(Throwable reason) {
        String text = String.valueOf(reason.getMessage()).replaceAll("\\s+", " ");
        failures.put(part, text.length() <= SHOWN ? text : "… " + text.substring(text.length() - SHOWN));
        progress.println("bench: " + part + " FAILED");
        reason.printStackTrace(progress);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    Map<String, String> failures() {
        return failures;
    }

    Map<String, String> settings() {
        return settings;
    }

    private void add(Figure figure) {
        figures.add(figure);
        progress.println("  " + figure.label() + ": " + Numbers.text(figure.value()) + " " + figure.unit() + "  "
                + figure.verdict());
    }
}
