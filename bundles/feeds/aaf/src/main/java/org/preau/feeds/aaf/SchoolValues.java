package org.preau.feeds.aaf;

import java.util.regex.Pattern;

/** Reads what is peculiar to schools. */
final class SchoolValues {
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Za-z]");
    private static final String NAME = "ENTStructureNomCourant";
    private static final int NAME_PARTS = 3;

    private final Findings findings;

    SchoolValues(Findings findings) {
        this.findings = findings;
    }

    static boolean isUai(String written) {
        return UAI.matcher(written).matches();
    }

    /** Address lines, which AAF joins by dollar signs. */
    static String lines(String address) {
        return address.replace('$', '\n').strip();
    }

    /** The name within {@code TYPE$NAME$CITY}; another form is taken whole. */
    String name(RawRecord record) {
        String written = record.one(NAME);
        String[] parts = written.split("\\$", -1);
        if (parts.length == NAME_PARTS && !parts[1].isBlank()) {
            return FrenchCase.of(parts[1].strip());
        }
        findings.warn("bad-composite.name", record.file(), record.key(), NAME, written);
        return FrenchCase.of(written.replace('$', ' ').strip());
    }

    /** Tells what is wrong with the name that a change brings. */
    void verify(RawRecord change) {
        if (change.attributes().containsKey(NAME)) {
            name(change);
        }
    }
}
