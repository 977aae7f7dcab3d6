package org.preau.core.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads headers of manifests: clauses with commas between, parameters with semicolons, values that may be quoted (OSGi Core 3.2.4). */
final class Headers {
    private Headers() {}

    /**
     * One clause.
     *
     * @param names its paths: packages that share the parameters
     * @param parameters attributes by name, directives by name and colon
     */
    record Clause(List<String> names, Map<String, String> parameters) {
        String parameter(String name, String otherwise) {
            return parameters.getOrDefault(name, otherwise);
        }
    }

    /** The clauses of a header; none where there is no header. */
    static List<Clause> clauses(@Nullable String header) {
        List<Clause> clauses = new ArrayList<>();
        for (String clause : split(header == null ? "" : header, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part);
                } else {
                    boolean directive = part.charAt(Math.max(0, equals - 1)) == ':';
                    String name =
                            part.substring(0, directive ? equals - 1 : equals).strip();
                    parameters.put(
                            directive ? name + ":" : name.split(":", 2)[0], unquoted(part.substring(equals + 1)));
                }
            }
            clauses.add(new Clause(names, parameters));
        }
        return clauses;
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = c == '"' != quoted;
            if (c == at && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String unquoted(String value) {
        String bare = value.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }
}
