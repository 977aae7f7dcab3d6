package org.preau.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The report for programs. */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Report report;

    JsonReport(Report report) {
        this.report = report;
    }

    String text(Machine machine) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.set("machine", JSON.valueToTree(machine));
        root.set("settings", JSON.valueToTree(report.settings()));
        ArrayNode figures = root.putArray("figures");
        for (Figure figure : report.figures()) {
            ObjectNode node = figures.addObject()
                    .put("part", figure.part())
                    .put("id", figure.id())
                    .put("label", figure.label())
                    .put("value", Math.round(figure.value() * 1000) / 1000.0)
                    .put("unit", figure.unit());
            if (!figure.note().isEmpty()) {
                node.put("note", figure.note());
            }
            if (figure.limit() != null) {
                node.put("target", "< " + Numbers.text(figure.limit())).put("met", figure.met());
            }
        }
        root.set("failures", JSON.valueToTree(report.failures()));
        return JSON.writeValueAsString(root) + "\n";
    }
}
