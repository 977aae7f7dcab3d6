package org.preau.feeds.aaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The two dialects of the AAF: each has its kinds and its names of attributes, and a space of keys of its own. */
enum Degree {
    /** Premier degré. */
    FIRST("1D", EnumSet.range(Kind.SCHOOL, Kind.STAFF)),
    /** Second degré: pupils go there after CM2. */
    SECOND("2D", EnumSet.allOf(Kind.class));

    /** Kinds without which a complete archive would remove people. */
    static final Set<Kind> NEEDED = EnumSet.range(Kind.SCHOOL, Kind.STAFF);

    private final String written;
    private final Set<Kind> kinds;
    private final Map<Kind, Set<String>> attributes;

    Degree(String written, Set<Kind> kinds) {
        this.written = written;
        this.kinds = kinds;
        attributes = read("attributes_" + written + ".properties");
    }

    /** As heads of files write it. */
    String written() {
        return written;
    }

    /** Kinds of record, in the order of reports. */
    Set<Kind> kinds() {
        return kinds;
    }

    /** Whether exports of 2018 to 2025 hold the attribute (dictionary in docs; SDET annexe 4bis). */
    boolean knows(Kind kind, String attribute) {
        Set<String> known = attributes.get(kind);
        return known != null && known.contains(attribute);
    }

    /** How records of this degree are read; tells what is wrong with them. */
    DegreeForm form(Findings findings) {
        return this == FIRST ? new FirstDegreeForm(findings) : new SecondDegreeForm(findings);
    }

    private static Map<Kind, Set<String>> read(String resource) {
        Properties lists = new Properties();
        try (InputStream in = Degree.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + resource);
            }
            lists.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Kind, Set<String>> attributes = new EnumMap<>(Kind.class);
        for (String name : lists.stringPropertyNames()) {
            Set<String> names = Set.of(lists.getProperty(name).strip().split("\\s+"));
            attributes.put(Kind.named(name).orElseThrow(), names);
        }
        return attributes;
    }
}
