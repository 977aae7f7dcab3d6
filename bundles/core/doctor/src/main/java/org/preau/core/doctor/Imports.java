package org.preau.core.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.VersionRange;
import org.preau.api.containment.Finding;
import org.preau.core.doctor.Exports.Exported;

/** Compares what the manifest of a plugin wants with what is here. */
final class Imports {
    private static final String API = "org.preau.api.";
    private static final Pattern JAVA = Pattern.compile("\\(version(>?=)(\\d+)(?:\\.\\d+)*\\)");

    private final Exports exports;
    private final int java;

    /**
     * Compares with these.
     *
     * @param java the feature version of the Java machine
     */
    Imports(Exports exports, int java) {
        this.exports = exports;
        this.java = java;
    }

    /** What is missing for a bundle of that manifest. */
    List<Finding> missing(Map<String, String> manifest) {
        List<Finding> findings = new ArrayList<>(wrongJava(manifest));
        List<Finding> api = new ArrayList<>();
        for (Headers.Clause clause : Headers.clauses(manifest.get("Import-Package"))) {
            boolean optional = clause.parameter("resolution:", "").equals("optional");
            VersionRange range = new VersionRange(clause.parameter("version", "0"));
            for (String name : optional ? List.<String>of() : clause.names()) {
                missing(name, range, manifest, findings, api);
            }
        }
        findings.addAll(api.stream().limit(1).toList());
        return findings;
    }

    private void missing(
            String name, VersionRange range, Map<String, String> manifest, List<Finding> findings, List<Finding> api) {
        List<Exported> here = exports.of(name);
        boolean own = Headers.clauses(manifest.get("Export-Package")).stream()
                .anyMatch(clause -> clause.names().contains(name));
        if (own || name.startsWith("java.") || here.stream().anyMatch(each -> range.includes(each.version()))) {
            return;
        }
        if (here.isEmpty()) {
            findings.add(
                    name.startsWith(API)
                            ? Words.sick("unknown-api", name, range)
                            : Words.sick("missing-package", name, range));
        } else if (name.startsWith(API)) {
            api.add(Words.sick(
                    range.getLeft().compareTo(here.get(0).version()) > 0 ? "newer-api" : "older-api",
                    name,
                    major(range),
                    here.get(0).version().toString(),
                    range));
        } else {
            findings.add(Words.sick(
                    "wrong-version",
                    name,
                    range,
                    here.get(0).version().toString(),
                    here.get(0).bundle()));
        }
    }

    private static String major(VersionRange range) {
        return range.getLeft().getMajor() + "." + range.getLeft().getMinor();
    }

    private List<Finding> wrongJava(Map<String, String> manifest) {
        for (Headers.Clause clause : Headers.clauses(manifest.get("Require-Capability"))) {
            Matcher wanted = JAVA.matcher(clause.parameter("filter:", ""));
            if (clause.names().contains("osgi.ee") && wanted.find()) {
                int version = Integer.parseInt(wanted.group(2));
                if (version > java && !clause.parameter("filter:", "").contains("version=1.")) {
                    return List.of(Words.sick("wrong-java", String.valueOf(version), String.valueOf(java)));
                }
            }
        }
        return List.of();
    }
}
