package org.preau.feeds.aaf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file tells: {@code ENT_<project>_Complet|Delta_<yyyyMMdd>_<kind>_<slice>.xml}.
 *
 * @param file the whole name
 * @param delta whether it says Delta
 * @param kind kind of the records, as written
 * @param slice number of the slice, from 0
 */
record SliceName(String file, String project, boolean delta, LocalDate date, String kind, int slice) {
    private static final Pattern FORM =
            Pattern.compile("ENT_(.+)_(Complet|Delta)_(\\d{8})_([A-Za-z]+)_(\\d{4})\\.xml", Pattern.CASE_INSENSITIVE);

    /** Reads a file name without folders; empty when it has another form. */
    static Optional<SliceName> of(String file) {
        Matcher matcher = FORM.matcher(file);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(matcher.group(3), DateTimeFormatter.BASIC_ISO_DATE);
            boolean delta = matcher.group(2).equalsIgnoreCase("Delta");
            int slice = Integer.parseInt(matcher.group(5));
            return Optional.of(new SliceName(file, matcher.group(1), delta, date, matcher.group(4), slice));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether both belong to one export. */
    boolean sameExport(SliceName other) {
        return project.equals(other.project) && delta == other.delta && date.equals(other.date);
    }
}
