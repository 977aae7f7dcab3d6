package org.preau.feeds.aaf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what has no field in the directory, and remembers which names were not known. Used by one thread, for one archive. */
final class RawValues {
    private final Map<String, Seen> unknown = new LinkedHashMap<>();

    private record Seen(String file, String record, String kind, String attribute, int count) {
        Seen oneMore() {
            return new Seen(file, record, kind, attribute, count + 1);
        }
    }

    /** The values to keep as they came. */
    Map<String, List<String>> of(RawRecord record) {
        Map<String, List<String>> kept = null;
        for (Map.Entry<String, List<String>> attribute : record.attributes().entrySet()) {
            String name = attribute.getKey();
            boolean known = Attributes.isKnown(record.kind(), name);
            if (!known) {
                remember(record, name);
            }
            if (!known || Attributes.isCarried(name)) {
                kept = kept == null ? new LinkedHashMap<>() : kept;
                kept.put(name, attribute.getValue());
            }
        }
        return kept == null ? Map.of() : kept;
    }

    /** One warning for each name that was not known. */
    void reportIn(Findings findings) {
        for (Seen seen : unknown.values()) {
            String message = "attribute " + seen.attribute() + " of " + seen.kind()
                    + " is not known; kept as it came in " + seen.count() + " records";
            findings.warn("unknown-attribute", seen.file(), seen.record(), seen.attribute(), message);
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
