package org.preau.feeds.aaf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file tells: {@code ENT_<project>_Complet|Delta_<yyyyMMdd>_<kind>_<slice>.xml}; in the second degree {@code ENT2DVA-<project>_…}, elsewhere {@code ENT_Complet_…}.
 *
 * @param file the whole name
 * @param prefix what stands before the mode
 * @param delta whether it says Delta
 * @param kind kind of the records, as written
 * @param slice number of the slice, from 0
 */
record SliceName(String file, String prefix, boolean delta, LocalDate date, String kind, int slice) {
    /** For messages. */
    static final String FORM_IN_WORDS = "ENT_<project>_Complet|Delta_<date>_<kind>_<slice>.xml";

    private static final Pattern FORM =
            Pattern.compile("(.+)_(Complet|Delta)_(\\d{8})_([A-Za-z]+)_(\\d{4})\\.xml", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEGREE = Pattern.compile("(?i)ENT([12]D).*");

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

    /** The degree, where the name tells it: {@code 1D}. */
    String degree() {
        Matcher matcher = DEGREE.matcher(prefix);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** {@code Complet} or {@code Delta}. */
    String mode() {
        return delta ? "Delta" : "Complet";
    }

    /** Whether both belong to one export. */
    boolean sameExport(SliceName other) {
        return prefix.equalsIgnoreCase(other.prefix) && delta == other.delta && date.equals(other.date);
    }

    /** The name that another slice of this export has. */
    String sibling(String otherKind, int number) {
        String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
        return String.format("%s_%s_%s_%s_%04d.xml", prefix, mode(), day, otherKind, number);
    }
}
