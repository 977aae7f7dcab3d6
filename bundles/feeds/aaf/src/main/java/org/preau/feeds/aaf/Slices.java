package org.preau.feeds.aaf;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of one export: one project, one mode, one date, and for each kind the slices 0000, 0001… without a hole. Used by one thread. */
final class Slices {
    private static final Pattern DAY = Pattern.compile("(?i)ENT[12]D[A-Z]*\\.(20[0-9]{6})(?![0-9]).*");

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
            String key = known.delta() == slice.delta() ? "mixed-archive.export" : "mixed-archive.mode";
            throw new BadSliceException(key, "", "", false, known.file(), slice.mode());
        }
        return seen.computeIfAbsent(kind, unused -> new TreeMap<>()).putIfAbsent(slice.slice(), slice.file()) == null;
    }

    /**
     * Tells of holes and, in a complete archive, of kinds that are absent or empty: without pupils it would remove them all.
     *
     * @param archive name of the archive
     * @param sound whether every file could be read to its end
     */
    void reportIn(String archive, Findings findings, Map<Kind, Integer> counts, boolean sound) {
        SliceName known = first;
        if (known == null) {
            findings.error("no-aaf-file", archive, "", "", SliceName.FORM_IN_WORDS);
            return;
        }
        reportName(archive, findings, known);
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
            findings.warn("nothing-to-do", known.file(), "", "");
        }
    }

    /** An archive under a name of another day is perhaps another one than somebody means. */
    private static void reportName(String archive, Findings findings, SliceName known) {
        Matcher day = DAY.matcher(archive);
        String date = known.date().format(DateTimeFormatter.BASIC_ISO_DATE);
        if (day.matches() && !day.group(1).equals(date)) {
            findings.warn("archive-name", archive, "", "", day.group(1), date);
        }
    }

    private static void reportAbsence(Findings findings, SliceName known, Kind kind, boolean noFile, boolean noRecord) {
        String file = known.sibling(kind.aafName(), 0);
        if (noFile) {
            findings.error("missing-kind", file, "", "", kind.aafName());
        } else if (noRecord) {
            findings.error("no-records", file, "", "", kind.aafName());
        }
    }

    private static void reportHoles(
            Findings findings, SliceName known, Kind kind, NavigableMap<Integer, String> slices) {
        for (int number = 0; number < slices.lastKey(); number++) {
            if (!slices.containsKey(number)) {
                String file = known.sibling(kind.aafName(), number);
                findings.error("missing-slice", file, "", "", number, kind.aafName());
            }
        }
    }
}
