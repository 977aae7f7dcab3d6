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

    /** The first file met, if any. */
    @Nullable
    SliceName first() {
        return first;
    }

    /** Takes one file in. */
    void add(SliceName slice, Kind kind) throws BadSliceException {
        SliceName known = first;
        if (slice.delta()) {
            throw new BadSliceException("delta", "", "", "delta archives are not applied yet", true);
        }
        if (known == null) {
            first = slice;
        } else if (!known.sameExport(slice)) {
            String message = "not of the same export as " + known.file() + ": project, mode or date differ";
            throw new BadSliceException("mixed-archive", "", "", message, false);
        }
        String twin = seen.computeIfAbsent(kind, unused -> new TreeMap<>()).putIfAbsent(slice.slice(), slice.file());
        if (twin != null) {
            throw new BadSliceException("slice-twice", "", "", "this slice is in the archive twice", false);
        }
    }

    /** Tells of holes and of kinds that are absent: a complete archive without pupils would remove them all. */
    void reportIn(Findings findings) {
        SliceName known = first;
        if (known == null) {
            findings.error(
                    "no-aaf-file", "", "", "", "holds no file called ENT_<project>_Complet_<date>_<kind>_<slice>.xml");
            return;
        }
        for (Kind kind : Kind.values()) {
            NavigableMap<Integer, String> slices = seen.get(kind);
            if (slices == null) {
                String message = "no file of kind " + kind.aafName() + ": a complete archive has all four kinds";
                findings.error("missing-kind", name(known, kind, 0), "", "", message);
            } else {
                reportHoles(findings, known, kind, slices);
            }
        }
    }

    private static void reportHoles(
            Findings findings, SliceName known, Kind kind, NavigableMap<Integer, String> slices) {
        for (int number = 0; number < slices.lastKey(); number++) {
            if (!slices.containsKey(number)) {
                String message = "slice " + number + " of " + kind.aafName()
                        + " is missing, later ones are there; the archive must be sent again";
                findings.error("missing-slice", name(known, kind, number), "", "", message);
            }
        }
    }

    private static String name(SliceName known, Kind kind, int number) {
        String mode = known.delta() ? "Delta" : "Complet";
        String date = known.date().format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
        return String.format("ENT_%s_%s_%s_%s_%04d.xml", known.project(), mode, date, kind.aafName(), number);
    }
}
