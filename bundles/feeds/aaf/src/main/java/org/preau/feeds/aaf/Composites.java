package org.preau.feeds.aaf;

import java.util.ArrayList;
import java.util.List;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.Function;
import org.preau.api.directory.load.FeedRecord.GuardianRef;

/** Takes values apart that are made of several, joined by {@code $}. A value of another make is reported and left out, its record stays. */
final class Composites {
    private static final int FUNCTION_PARTS = 3;
    private static final int LEGAL = 3;
    private static final String NOTHING = "-";

    private final Findings findings;

    Composites(Findings findings) {
        this.findings = findings;
    }

    /**
     * Classes or groups: {@code school$…$…$identifier$name} in the first degree, {@code school$name} in the second.
     *
     * @param length how many parts are wanted
     * @param id which part is the identifier; the last one is the name
     */
    List<ClassRef> classes(RawRecord record, String attribute, int length, int id) {
        List<String> values = record.all(attribute);
        if (values.isEmpty()) {
            return List.of();
        }
        List<ClassRef> classes = new ArrayList<>(values.size());
        for (String value : values) {
            String[] parts = value.split("\\$", -1);
            if (parts.length != length || parts[0].isBlank() || parts[id].isBlank()) {
                bad("class", record, attribute, value, length);
            } else {
                String identifier = parts[id].strip();
                String name = parts[length - 1].strip();
                classes.add(new ClassRef(parts[0].strip(), identifier, name.isEmpty() ? identifier : name));
            }
        }
        return classes;
    }

    /** {@code guardian$link code}; in the second degree four more parts, of which the fourth says whether he is responsible by law (1) or in fact (2). */
    List<GuardianRef> guardians(RawRecord record, String attribute, int length) {
        List<String> values = record.all(attribute);
        if (values.isEmpty()) {
            return List.of();
        }
        List<GuardianRef> guardians = new ArrayList<>(values.size());
        for (String value : values) {
            String[] parts = value.split("\\$", -1);
            if (parts.length != length || parts[0].isBlank()) {
                bad("guardian", record, attribute, value, length);
            } else if (length <= LEGAL || !parts[LEGAL].strip().equals("0")) {
                guardians.add(new GuardianRef(parts[0].strip(), parts[1].strip()));
            }
        }
        return guardians;
    }

    /** {@code school$code$label$…$…}, where {@code -} stands for nothing. */
    List<Function> functions(RawRecord record, String attribute) {
        List<String> values = record.all(attribute);
        if (values.isEmpty()) {
            return List.of();
        }
        List<Function> functions = new ArrayList<>(values.size());
        for (String value : values) {
            String[] parts = value.split("\\$", -1);
            if (value.equals(NOTHING)) {
                continue;
            }
            if (parts.length < FUNCTION_PARTS || parts[0].isBlank()) {
                bad("function", record, attribute, value, FUNCTION_PARTS);
            } else {
                functions.add(new Function(parts[0].strip(), orNothing(parts[1]), orNothing(parts[2])));
            }
        }
        return functions;
    }

    /** The part of {@code code$label} after the first sign, or the whole. */
    static String label(String value) {
        return value.substring(value.indexOf('$') + 1).strip();
    }

    private static String orNothing(String part) {
        return part.strip().equals(NOTHING) ? "" : part.strip();
    }

    private void bad(String what, RawRecord record, String attribute, String value, int parts) {
        findings.warn("bad-composite." + what, record.file(), record.key(), attribute, value, parts);
    }
}
