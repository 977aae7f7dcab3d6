package org.preau.feeds.aaf;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of one export: one project, one mode, one date, and for each kind the slices 0000, 0001… without a hole. Used by one thread. */
final class Slices {
    private final Map<Kind, NavigableMap<Integer, String>> seen = new EnumMap<>(Kind.class);
    private @Nullable SliceName first;

    /**
     * Takes one file in.
     *
     * @return whether it is the first of its kind and number
     */
    boolean add(SliceName slice, Kind kind) throws BadSliceException {
        SliceName known = first;
        if (known == null) {
            first = slice;
        } else if (!known.sameExport(slice)) {
            String message = known.delta() == slice.delta()
                    ? "not of the same export as " + known.file()
                            + ": project or date differ; hand in each export by itself"
                    : "a file called " + slice.mode() + " beside " + known.file()
                            + ": an archive is complete or a delta; it must be sent again";
            throw new BadSliceException("mixed-archive", "", "", message, false);
        }
        return seen.computeIfAbsent(kind, unused -> new TreeMap<>()).putIfAbsent(slice.slice(), slice.file()) == null;
    }

    /**
     * Tells of holes and, in a complete archive, of kinds that are absent or empty: without pupils it would remove them all.
     *
     * @param sound whether every file could be read to its end
     */
    void reportIn(Findings findings, Map<Kind, Integer> counts, boolean sound) {
        SliceName known = first;
        if (known == null) {
            String message = "holds no file called " + SliceName.FORM_IN_WORDS;
            findings.error("no-aaf-file", "", "", "", message);
            return;
        }
        for (Kind kind : Kind.values()) {
            NavigableMap<Integer, String> slices = seen.get(kind);
            if (slices != null) {
                reportHoles(findings, known, kind, slices);
            }
            if (!known.delta() && Degree.NEEDED.contains(kind)) {
                reportAbsence(findings, known, kind, slices == null, sound && counts.getOrDefault(kind, 0) == 0);
            }
        }
        if (known.delta() && sound && counts.values().stream().allMatch(count -> count == 0)) {
            findings.warn(
                    "nothing-to-do", known.file(), "", "", "the delta has no request at all; nothing is to be done");
        }
    }

    private static void reportAbsence(Findings findings, SliceName known, Kind kind, boolean noFile, boolean noRecord) {
        String file = known.sibling(kind.aafName(), 0);
        if (noFile) {
            String message = "no file of kind " + kind.aafName()
                    + ": a complete archive has all four kinds; it must be sent again";
            findings.error("missing-kind", file, "", "", message);
        } else if (noRecord) {
            String message = "not one record of kind " + kind.aafName()
                    + ": a complete archive would remove them all; it must be sent again";
            findings.error("no-records", file, "", "", message);
        }
    }

    private static void reportHoles(
            Findings findings, SliceName known, Kind kind, NavigableMap<Integer, String> slices) {
        for (int number = 0; number < slices.lastKey(); number++) {
            if (!slices.containsKey(number)) {
                String message = "slice " + number + " of " + kind.aafName()
                        + " is missing, later ones are there; the archive must be sent again";
                findings.error("missing-slice", known.sibling(kind.aafName(), number), "", "", message);
            }
        }
    }
}
