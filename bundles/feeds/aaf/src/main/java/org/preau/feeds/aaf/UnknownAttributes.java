package org.preau.feeds.aaf;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers which attributes were not known: they are kept like all others and told once. Used by one thread, for one archive. */
final class UnknownAttributes {
    private final Degree degree;
    private final Map<String, Seen> unknown = new LinkedHashMap<>();

    UnknownAttributes(Degree degree) {
        this.degree = degree;
    }

    private record Seen(String file, String record, String kind, String attribute, int count) {
        Seen oneMore() {
            return new Seen(file, record, kind, attribute, count + 1);
        }
    }

    void note(RawRecord record) {
        for (String name : record.attributes().keySet()) {
            if (!degree.knows(record.kind(), name)) {
                remember(record, name);
            }
        }
    }

    /** One warning for each name that was not known. */
    void reportIn(Findings findings) {
        for (Seen seen : unknown.values()) {
            findings.warn(
                    "unknown-attribute",
                    seen.file(),
                    seen.record(),
                    seen.attribute(),
                    seen.attribute(),
                    seen.kind(),
                    seen.count());
        }
    }

    private void remember(RawRecord record, String name) {
        String kind = record.kind().aafName();
        unknown.merge(
                kind + '/' + name,
                new Seen(record.file(), record.key(), kind, name, 1),
                (before, unused) -> before.oneMore());
    }
}
