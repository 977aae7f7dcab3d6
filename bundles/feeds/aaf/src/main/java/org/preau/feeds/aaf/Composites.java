package org.preau.feeds.aaf;

import java.util.ArrayList;
import java.util.List;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.Function;
import org.preau.api.directory.load.FeedRecord.GuardianRef;

/** Takes values apart that are made of several, joined by {@code $}. A value of another make is reported and left out, its record stays. */
final class Composites {
    private static final int CLASS_PARTS = 5;
    private static final int CLASS_ID = 3;
    private static final int CLASS_NAME = 4;
    private static final String NOTHING = "-";

    private final Findings findings;

    Composites(Findings findings) {
        this.findings = findings;
    }

    /** {@code school$…$…$identifier$name}. */
    List<ClassRef> classes(RawRecord record, String attribute) {
        List<ClassRef> classes = new ArrayList<>(1);
        for (String value : record.all(attribute)) {
            String[] parts = value.split("\\$", -1);
            if (parts.length != CLASS_PARTS || parts[0].isBlank() || parts[CLASS_ID].isBlank()) {
                bad(record, attribute, value, "five parts with a school and an identifier are wanted; left out");
            } else {
                String id = parts[CLASS_ID].strip();
                String name = parts[CLASS_NAME].isBlank() ? id : parts[CLASS_NAME].strip();
                classes.add(new ClassRef(parts[0].strip(), id, name));
            }
        }
        return classes;
    }

    /** {@code guardian$link code}. */
    List<GuardianRef> guardians(RawRecord record, String attribute) {
        List<GuardianRef> guardians = new ArrayList<>(2);
        for (String value : record.all(attribute)) {
            String[] parts = value.split("\\$", -1);
            if (parts.length != 2 || parts[0].isBlank()) {
                bad(record, attribute, value, "a guardian and a link code are wanted; left out");
            } else {
                guardians.add(new GuardianRef(parts[0].strip(), parts[1].strip()));
            }
        }
        return guardians;
    }

    /** {@code school$code$label$…$…}, where {@code -} stands for nothing. */
    List<Function> functions(RawRecord record, String attribute) {
        List<Function> functions = new ArrayList<>(1);
        for (String value : record.all(attribute)) {
            String[] parts = value.split("\\$", -1);
            if (value.equals(NOTHING)) {
                continue;
            }
            if (parts.length < CLASS_PARTS - 2 || parts[0].isBlank()) {
                bad(record, attribute, value, "a school, a code and a label are wanted; left out");
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

    private void bad(RawRecord record, String attribute, String value, String what) {
        findings.warn("bad-composite", record.file(), record.key(), attribute, "value " + value + ": " + what);
    }
}
