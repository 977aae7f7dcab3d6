package org.preau.core.connect.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.connector.ConnectorFinding;

/** Findings as machines read them, named as those of feeds are. */
final class FindingForm {
    private FindingForm() {}

    static List<Map<String, String>> of(List<ConnectorFinding> findings) {
        return findings.stream().map(FindingForm::one).toList();
    }

    private static Map<String, String> one(ConnectorFinding finding) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("code", finding.code());
        json.put("key", finding.key());
        json.put("message", finding.message());
        json.put("message_fr", finding.text().fr());
        return json;
    }
}
